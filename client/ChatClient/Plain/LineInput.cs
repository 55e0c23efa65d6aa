using System.Threading.Channels;

namespace ChatClient.Plain;

/// <summary>Reads one line per request, so that a large file is never held in memory.</summary>
/// <remarks>Console input can't be awaited, so a dedicated thread waits for it.</remarks>
/// <param name="reader">Where lines come from.</param>
/// <param name="take">Gets each line, and null at the end; called on the thread, which waits until it has finished.</param>
internal sealed class LineInput(TextReader reader, Func<string?, ValueTask> take)
{
    private readonly Channel<bool> _wanted = Channel.CreateBounded<bool>(1);
    private bool _isAsked;

    /// <summary>Starts the thread.</summary>
    public void Start() =>
        Task.Factory.StartNew(Pump, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    /// <summary>Requests the next line, unless it is already requested. The owner's thread only.</summary>
    public void Ask()
    {
        if (_isAsked)
            return;

        _isAsked = true;
        _wanted.Writer.TryWrite(true);
    }

    /// <summary>The requested line has come. The owner's thread only.</summary>
    public void OnCame() => _isAsked = false;

    private void Pump()
    {
        string? line;
        do
        {
            _wanted.Reader.ReadAsync().AsTask().Wait();
            line = reader.ReadLine();
            take(line).AsTask().Wait();
        }
        while (line is not null);
    }
}
