using ChatServer.Protocol;

namespace ChatClient.Session;

/// <summary>Lines of the user that wait for their turn, paced by the server itself.</summary>
/// <remarks>After every <see cref="Window"/> lines goes a PING, and the next lines wait for its PONG. A server that delays a flood thereby
/// slows us down before its limits close the connection, and one that does not gets a paste at the speed of the link.</remarks>
internal sealed class SendQueue
{
    /// <summary>Lines that may be under way without an answer.</summary>
    public const int Window = 5;

    private const string TokenPrefix = "chat-";

    private readonly Queue<Entry> _waiting = new();
    private int _underWay;
    private long _token;
    private bool _fenced;
    private bool _confirmationOfFence;

    private readonly record struct Entry(IrcMessage? Line, bool IsFence);

    /// <summary>Lines that were not sent yet.</summary>
    public int Count => _waiting.Count;

    /// <summary>Puts a line at the end.</summary>
    public void Add(IrcMessage line) => _waiting.Enqueue(new Entry(line, IsFence: false));

    /// <summary>Asks for a confirmation when everything before has been taken.</summary>
    public void AddFence() => _waiting.Enqueue(new Entry(null, IsFence: true));

    /// <summary>Takes the next line that may go out now.</summary>
    public bool TryTake(out IrcMessage line)
    {
        line = null!;
        if (_fenced || _waiting.Count == 0 && _underWay < Window)
            return false;

        if (_underWay >= Window || _waiting.Peek().IsFence)
        {
            _confirmationOfFence = _underWay < Window && _waiting.Dequeue().IsFence;
            _fenced = true;
            line = new IrcMessage("PING", Token);
            return true;
        }

        line = _waiting.Dequeue().Line!;
        _underWay++;
        return true;
    }

    /// <summary>Takes note of a PONG.</summary>
    /// <returns>Whether it answers a fence of <see cref="AddFence"/>.</returns>
    public bool OnPong(string token)
    {
        if (!_fenced || token != Token)
            return false;

        _fenced = false;
        _underWay = 0;
        _token++;
        return _confirmationOfFence;
    }

    private string Token => $"{TokenPrefix}{_token}";
}
