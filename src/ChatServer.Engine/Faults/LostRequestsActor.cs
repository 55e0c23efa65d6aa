namespace ChatServer.Engine.Faults;

/// <summary>Answers requests whose recipient has stopped, so that no asker waits for ever. Holds no state.</summary>
/// <remarks>Hears every dead letter of the system. Only requests matter; the rest, mostly events for connections that have just closed, is
/// dropped.</remarks>
public sealed class LostRequestsActor : ReceiveActor
{
    /// <summary>How to make one.</summary>
    public static Props PropsFor() => Props.Create(() => new LostRequestsActor());

    /// <summary>Use <see cref="PropsFor"/>.</summary>
    public LostRequestsActor()
    {
        Receive<DeadLetter>(OnDeadLetter);
    }

    /// <inheritdoc/>
    protected override void PreStart() => Context.System.EventStream.Subscribe(Self, typeof(DeadLetter));

    private static void OnDeadLetter(DeadLetter letter)
    {
        if (letter.Message is IRequest request) letter.Sender.Tell(new Undeliverable(request));
    }
}
