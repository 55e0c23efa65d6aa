using System.Globalization;
using System.Reflection;
using ChatServer.Protocol;

namespace ChatClient.Session;

// Requests that clients send to each other. Source: Modern, CTCP.
internal sealed partial class IrcSession
{
    private const int MostAnswers = 4;
    private static readonly TimeSpan AnswersPer = TimeSpan.FromSeconds(20);
    private static readonly string Version = $"chat {Assembly.GetExecutingAssembly().GetName().Version?.ToString(3)}";

    private readonly Queue<DateTimeOffset> _answered = new();

    // People do not send this many requests in such a short time, so any more are treated as an attack and not answered.
    private void AnswerCtcp(Said said)
    {
        var now = _time.GetUtcNow();
        while (_answered.TryPeek(out var oldest) && now - oldest > AnswersPer)
            _answered.Dequeue();
        if (!_settings.AnswersCtcp || _answered.Count >= MostAnswers || AnswerTo(said.Text, now) is not { } answer)
            return;

        _answered.Enqueue(now);
        _queue.Add(new Outgoing([new IrcMessage("NOTICE", said.From.Nick, $"{CtcpMark}{answer}{CtcpMark}")]));
    }

    private static string? AnswerTo(string request, DateTimeOffset now)
    {
        var question = request.Split(' ', 2);
        var name = question[0].ToUpperInvariant();
        return name switch
        {
            "VERSION" => $"VERSION {Version}",
            "PING" => request,
            "TIME" => string.Create(CultureInfo.InvariantCulture, $"TIME {now:yyyy-MM-dd'T'HH:mm:ss'Z'}"),
            "CLIENTINFO" => "CLIENTINFO ACTION CLIENTINFO PING TIME VERSION",
            _ => null,
        };
    }
}
