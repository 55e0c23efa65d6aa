using ChatServer.Protocol;

namespace ChatClient.Session;

/// <summary>Queued lines of the user, paced by the server itself.</summary>
/// <remarks>A PING follows every <see cref="Window"/> lines, and the next lines wait for its PONG. So a server that delays a flood slows us
/// down before its limits close the connection, and one that does not gets a paste at the speed of the link.</remarks>
internal sealed class SendQueue
{
    /// <summary>Lines that may be sent without an answer yet; lines that belong together count as one.</summary>
    public const int Window = 5;

    private const string TokenPrefix = "chat-";

    private readonly Queue<Outgoing?> _waiting = new();
    private int _underWay;
    private long _token;
    private bool _fenced;
    private bool _confirmationOfFence;

    /// <summary>Entries that were not sent yet.</summary>
    public int Count => _waiting.Count;

    /// <summary>Puts lines at the end.</summary>
    public void Add(Outgoing lines) => _waiting.Enqueue(lines);

    /// <summary>Asks for a confirmation when everything before has been taken.</summary>
    public void AddFence() => _waiting.Enqueue(null);

    /// <summary>Takes the next lines that may go out now.</summary>
    public bool TryTake(out Outgoing lines)
    {
        lines = null!;
        if (_fenced || _waiting.Count == 0 && _underWay < Window)
            return false;

        if (_underWay >= Window || _waiting.Peek() is null)
        {
            _confirmationOfFence = _underWay < Window && _waiting.Dequeue() is null;
            _fenced = true;
            lines = new Outgoing([new IrcMessage("PING", Token)]);
            return true;
        }

        lines = _waiting.Dequeue()!;
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

    /// <summary>Takes out everything that waits, because the connection is gone. What was asked to be confirmed will not be.</summary>
    public IReadOnlyList<Outgoing> Abandon()
    {
        var waiting = _waiting.OfType<Outgoing>().ToList();
        _waiting.Clear();
        _fenced = false;
        _underWay = 0;
        _token++;
        return waiting;
    }

    private string Token => $"{TokenPrefix}{_token}";
}
