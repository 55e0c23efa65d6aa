using System.Collections.Immutable;
using System.Threading.Channels;
using ChatClient.Commands;
using ChatClient.Session;

namespace ChatClient.Tests.EndToEnd;

/// <summary>A view that records events, so that a test can wait for them.</summary>
internal sealed class RecordingView : IChatView
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Channel<SessionEvent> _shown = Channel.CreateUnbounded<SessionEvent>();

    public IChat Chat { get; private set; } = null!;

    public List<string> Complaints { get; } = [];

    public string? Current { get; set; }

    public ImmutableArray<SlashCommand> Commands => [];

    public void Start(IChat chat) => Chat = chat;

    public void Show(SessionEvent happened) => _shown.Writer.TryWrite(happened);

    public void Show(string text)
    {
        // Texts such as help are not needed here.
    }

    public void Complain(string text) => Complaints.Add(text);

    public void Refresh()
    {
        // Nothing is drawn.
    }

    /// <summary>Waits for the next event of a type.</summary>
    public async Task<T> NextAsync<T>()
        where T : SessionEvent
    {
        using var deadline = new CancellationTokenSource(Patience);
        while (true)
        {
            if (await _shown.Reader.ReadAsync(deadline.Token) is T wanted)
                return wanted;
        }
    }
}
