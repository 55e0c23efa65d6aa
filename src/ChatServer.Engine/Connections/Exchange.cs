namespace ChatServer.Engine.Connections;

/// <summary>What a command does with an answer.</summary>
/// <param name="session">The connection that asked.</param>
/// <param name="request">What it asked.</param>
/// <param name="answer">What came back.</param>
internal delegate void AnswerHandler(Session session, IRequest request, IAnswer answer);

/// <summary>The requests of the command that is running: one is out at a time, and the next command starts when none is left.</summary>
/// <remarks>This is where guarantee "one command at a time" is kept. Not thread-safe: owned by one connection.</remarks>
internal sealed class Exchange
{
    private readonly List<Step> _waiting = [];
    private Step? _current;
    private int _insertAt;

    private sealed record Step(IActorRef Recipient, IRequest Request, AnswerHandler OnAnswer, AnswerHandler OnFault);

    /// <summary>Whether an answer is awaited.</summary>
    public bool IsBusy => _current is not null;

    /// <summary>Asks an actor. What the handling of an answer asks goes out before what was waiting.</summary>
    /// <param name="recipient">Whom.</param>
    /// <param name="request">What.</param>
    /// <param name="onAnswer">What to do with the answer.</param>
    /// <param name="onFault">What to do when the recipient failed, or was gone (<see cref="Failed"/>, <see cref="Undeliverable"/>).</param>
    public void Ask(IActorRef recipient, IRequest request, AnswerHandler onAnswer, AnswerHandler onFault)
    {
        _waiting.Insert(_insertAt++, new Step(recipient, request, onAnswer, onFault));
        if (_current is null) SendNext();
    }

    /// <summary>Handles the answer to the request that is out, and sends the next one.</summary>
    /// <returns>False when nothing was asked; then the answer has no meaning.</returns>
    public bool OnAnswer(Session session, IAnswer answer)
    {
        if (_current is not { } step) return false;
        _insertAt = 0;
        var handle = answer is Failed or Undeliverable ? step.OnFault : step.OnAnswer;
        handle(session, step.Request, answer);
        _current = null;
        SendNext();
        return true;
    }

    /// <summary>Forgets what has not been sent: the connection is closing.</summary>
    public void Abandon()
    {
        _waiting.Clear();
        _current = null;
        _insertAt = 0;
    }

    private void SendNext()
    {
        if (_waiting.Count == 0)
        {
            _insertAt = 0;
            return;
        }

        _current = _waiting[0];
        _waiting.RemoveAt(0);
        _insertAt = _waiting.Count;
        _current.Recipient.Tell(_current.Request);
    }
}
