namespace ChatServer.Actors.TestKit;

/// <summary>A mailbox that writes down what goes through it, and that messages may be late for.</summary>
internal sealed class SimulatedMailbox(Simulation simulation, ActorCell cell, MessageDispatcher dispatcher, int capacity)
    : Mailbox(cell, dispatcher, capacity)
{
    public override void Enqueue(Envelope envelope)
    {
        simulation.Trace.Add(simulation.Clock.Now, TraceKind.Tell, ActorCell.Current?.Self, Cell.Self, envelope.Message);
        simulation.Send(this, () => base.Enqueue(envelope));
    }

    public override void EnqueueSystem(SystemMessage message)
    {
        // Creation is part of making the reference; an actor cannot be told anything before. The rest of the runtime's protocol travels
        // with the
        // messages, or an end would be heard of before the last words.
        if (message is CreateMessage) base.EnqueueSystem(message);
        else simulation.Send(this, () => base.EnqueueSystem(message));
    }

    public override void OnStarted() => Note(TraceKind.Started);

    public override void OnRestarted() => Note(TraceKind.Restarted);

    public override void OnFailed(Exception cause) => Note(TraceKind.Failed, cause.GetType().Name);

    public override void OnStopped() => Note(TraceKind.Stopped);

    protected override void Invoke(in Envelope envelope)
    {
        simulation.Trace.Add(simulation.Clock.Now, TraceKind.Handle, envelope.Sender, Cell.Self, envelope.Message);
        var fault = simulation.FaultFor(Cell.Self.Path.ToStringWithoutAddress(), envelope.Message);
        base.Invoke(fault is null ? envelope : new Envelope(new InjectedFailure(envelope.Message, fault), envelope.Sender));
    }

    private void Note(TraceKind kind, object? what = null) => simulation.Trace.Add(simulation.Clock.Now, kind, null, Cell.Self, what);
}
