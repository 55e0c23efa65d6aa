namespace ChatServer.Actors.TestKit;

/// <summary>The actor behind a probe: puts everything it receives where the test can find it.</summary>
internal sealed class InternalTestActor(TestMailbag mailbag) : ActorBase
{
    private readonly DelegatingStrategy _strategy = new();
    private Func<object, bool>? _ignore;
    private AutoPilot _pilot = AutoPilot.NoAutoPilot;

    public sealed record SetIgnore(Func<object, bool>? Ignore);

    public sealed record SetAutoPilot(AutoPilot Pilot);

    public sealed record WatchActor(IActorRef Subject);

    public sealed record UnwatchActor(IActorRef Subject);

    public sealed record Spawn(Props Props, string? Name, SupervisorStrategy? Strategy);

    protected override bool Receive(object message)
    {
        switch (message)
        {
            case SetIgnore set:
                _ignore = set.Ignore;
                break;
            case SetAutoPilot set:
                _pilot = set.Pilot;
                break;
            case WatchActor watch:
                Context.Watch(watch.Subject);
                Sender.Tell(watch.Subject, Self);
                break;
            case UnwatchActor unwatch:
                Context.Unwatch(unwatch.Subject);
                Sender.Tell(unwatch.Subject, Self);
                break;
            case Spawn spawn:
                var child = Context.ActorOf(spawn.Props, spawn.Name);
                if (spawn.Strategy is not null) _strategy.For[child] = spawn.Strategy;
                Sender.Tell(child, Self);
                break;
            default:
                Keep(message);
                break;
        }

        return true;
    }

    protected override SupervisorStrategy SupervisorStrategy() => _strategy;

    private void Keep(object message)
    {
        if (_pilot != AutoPilot.NoAutoPilot)
        {
            var next = _pilot.Run(Sender, message);
            if (next != AutoPilot.KeepRunning) _pilot = next;
        }

        if (_ignore?.Invoke(message) != true) mailbag.Add(new MessageEnvelope(message, Sender));
    }

    /// <summary>Supervises each child as the test requested when it created the child.</summary>
    private sealed class DelegatingStrategy : SupervisorStrategy
    {
        public Dictionary<IActorRef, SupervisorStrategy> For { get; } = [];

        public override IDecider Decider => DefaultDecider;

        public override void ProcessFailure(
            IActorContext context,
            bool restart,
            IActorRef child,
            Exception cause,
            ChildRestartStats stats,
            IReadOnlyCollection<ChildRestartStats> children) =>
            For.GetValueOrDefault(child, DefaultStrategy).ProcessFailure(context, restart, child, cause, stats, children);

        protected override Directive Handle(IActorRef child, Exception exception) =>
            For.GetValueOrDefault(child, DefaultStrategy).Decider.Decide(exception);
    }
}
