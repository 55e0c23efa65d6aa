namespace ChatServer.Engine.Connections;

/// <summary>What a command does with an answer.</summary>
/// <param name="session">The connection that asked.</param>
/// <param name="request">What it asked.</param>
/// <param name="answer">What came back.</param>
internal delegate void AnswerHandler(Session session, IRequest request, IAnswer answer);

/// <summary>The requests of the running command: one is out at a time, and the next command starts when none is left. Only lines said to
/// one room may be under way together.</summary>
/// <remarks>This is where the guarantee "one command at a time" is kept. Not thread-safe: owned by one connection.</remarks>
internal sealed class Exchange
{
    private Step _current;
    private Queue<Step>? _behind;
    private List<Step>? _waiting;
    private int _insertAt;

    /// <summary>A request; or, without a recipient, a step that only waits for its turn.</summary>
    private readonly record struct Step(IActorRef? Recipient, IRequest Request, AnswerHandler OnAnswer, AnswerHandler OnFault);

    /// <summary>Stands for the request of a step that sends none.</summary>
    private sealed record Turn : IRequest
    {
        public static readonly Turn Instance = new();
    }

    /// <summary>Whether an answer is awaited.</summary>
    public bool IsBusy => _current.Recipient is not null;

    /// <summary>Asks an actor. Requests made while an answer is handled go before those that were waiting.</summary>
    /// <param name="recipient">The recipient.</param>
    /// <param name="request">The request.</param>
    /// <param name="onAnswer">What to do with the answer.</param>
    /// <param name="onFault">What to do when the recipient failed, or was gone (<see cref="Failed"/>, <see cref="Undeliverable"/>).</param>
    public void Ask(IActorRef recipient, IRequest request, AnswerHandler onAnswer, AnswerHandler onFault)
    {
        var step = new Step(recipient, request, onAnswer, onFault);
        if (IsBusy)
            (_waiting ??= []).Insert(_insertAt++, step);
        else
            Send(step);
    }

    /// <summary>Does something when all earlier requests have been answered, so that its replies come in the right place.</summary>
    /// <param name="session">The connection.</param>
    /// <param name="step">What to do.</param>
    public void InTurn(Session session, Action<Session> step)
    {
        if (IsBusy)
            (_waiting ??= []).Insert(_insertAt++, new Step(null, Turn.Instance, Do, Do));
        else
            step(session);

        void Do(Session session, IRequest request, IAnswer answer) => step(session);
    }

    /// <summary>Sends another request to the actor that is being asked, without waiting: it handles requests in order, so the answers come
    /// in order too.</summary>
    /// <param name="recipient">The recipient of the requests under way.</param>
    /// <param name="request">The request; the handler of its answer must ask nothing more.</param>
    /// <param name="onAnswer">What to do with the answer.</param>
    /// <param name="onFault">What to do when the recipient failed, or was gone.</param>
    public void AskBehind(IActorRef recipient, IRequest request, AnswerHandler onAnswer, AnswerHandler onFault)
    {
        (_behind ??= []).Enqueue(new Step(recipient, request, onAnswer, onFault));
        recipient.Tell(request);
    }

    /// <summary>Handles the answer to the oldest request that is out, and sends the next one.</summary>
    /// <returns>False when no answer was expected.</returns>
    public bool OnAnswer(Session session, IAnswer answer)
    {
        if (!IsBusy) return false;
        _insertAt = 0;
        var handle = answer is Failed or Undeliverable ? _current.OnFault : _current.OnAnswer;
        handle(session, _current.Request, answer);
        _current = default;
        if (_behind?.TryDequeue(out var next) == true)
            _current = next;
        else
            SendNext(session);
        return true;
    }

    /// <summary>Forgets all requests: the connection is closing.</summary>
    public void Abandon()
    {
        _waiting?.Clear();
        _behind?.Clear();
        _current = default;
        _insertAt = 0;
    }

    private void SendNext(Session session)
    {
        _insertAt = 0;
        while (!IsBusy && _waiting is [var next, ..])
        {
            _waiting.RemoveAt(0);
            if (_waiting.Count == 0) _waiting = null;
            if (next.Recipient is null)
                next.OnAnswer(session, next.Request, Done.Instance);
            else
                Send(next);
        }
    }

    private void Send(Step step)
    {
        _current = step;
        _insertAt = _waiting?.Count ?? 0;
        step.Recipient!.Tell(step.Request);
    }
}
