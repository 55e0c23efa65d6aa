namespace ChatServer.Actors.TestKit;

/// <summary>A mailbox that records what goes through it, and to which messages may be delayed.</summary>
internal sealed class SimulatedMailbox(Simulation simulation, ActorCell cell, MessageDispatcher dispatcher, int capacity)
    : Mailbox(cell, dispatcher, capacity)
{
    /// <summary>Whether it seldom gets its turn while others could run.</summary>
    public bool IsSluggish { get; } = simulation.DrawSluggish();

    public override void Enqueue(Envelope envelope)
    {
        if (simulation.Interception is not { } intercept)
        {
            Pass(envelope);
            return;
        }

        foreach (var message in intercept(new Passage(ActorCell.Current?.Self, Cell.Self, envelope.Sender, envelope.Message)))
            Pass(new Envelope(message, envelope.Sender));
    }

    public override void EnqueueSystem(SystemMessage message)
    {
        // Creation is part of making the reference; an actor cannot be told anything before it. The rest of the runtime's protocol travels
        // with the messages; otherwise a watcher could be told of an end before the actor's last messages arrive.
        if (message is CreateMessage || !simulation.HasNetwork) base.EnqueueSystem(message);
        else simulation.Send(this, () => base.EnqueueSystem(message));
    }

    public override void OnStarted() => Note(TraceKind.Started);

    public override void OnRestarted() => Note(TraceKind.Restarted);

    public override void OnFailed(Exception cause) => Note(TraceKind.Failed, cause.GetType().Name);

    public override void OnStopped() => Note(TraceKind.Stopped);

    protected override void Invoke(in Envelope envelope)
    {
        simulation.Trace.Add(simulation.Clock.Now, TraceKind.Handle, envelope.Sender, Cell.Self, envelope.Message);
        var fault = simulation.FaultFor(Cell.Self, envelope.Message);
        base.Invoke(fault is null ? envelope : new Envelope(new InjectedFailure(envelope.Message, fault), envelope.Sender));
    }

    private void Pass(Envelope envelope)
    {
        simulation.Trace.Add(simulation.Clock.Now, TraceKind.Tell, ActorCell.Current?.Self, Cell.Self, envelope.Message);
        if (simulation.HasNetwork) simulation.Send(this, () => base.Enqueue(envelope));
        else base.Enqueue(envelope);
    }

    private void Note(TraceKind kind, object? what = null) => simulation.Trace.Add(simulation.Clock.Now, kind, null, Cell.Self, what);
}
