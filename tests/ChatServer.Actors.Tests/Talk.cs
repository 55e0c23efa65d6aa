using System.Threading.Channels;

namespace ChatServer.Actors.Tests;

/// <summary>Where the actors under test write down what happens to them, in order.</summary>
internal sealed class Talk
{
    private readonly Channel<object> _heard = Channel.CreateUnbounded<object>();

    public void Say(object what) => _heard.Writer.TryWrite(what);

    public Task<object> Next() => _heard.Reader.ReadAsync().AsTask().OrFail();

    public async Task Expect(params object[] inOrder)
    {
        foreach (var expected in inOrder) Assert.Equal(expected, await Next());
    }

    public bool IsSilent => _heard.Reader.Count == 0;
}

/// <summary>An actor whose behaviour a test gives as functions.</summary>
internal sealed class Puppet : UntypedActor
{
    private readonly Action<Puppet, object> _onMessage;
    private readonly Action<Puppet, string, Exception?>? _onLife;
    private readonly SupervisorStrategy? _strategy;

    public Puppet(Action<Puppet, object> onMessage, Action<Puppet, string, Exception?>? onLife, SupervisorStrategy? strategy)
    {
        (_onMessage, _onLife, _strategy) = (onMessage, onLife, strategy);
        _onLife?.Invoke(this, "new", null);
    }

    public IActorRef Me => Self;

    public IActorRef From => Sender;

    public static new IUntypedActorContext Context => UntypedActor.Context;

    public static Props Props(
        Action<Puppet, object> onMessage, Action<Puppet, string, Exception?>? onLife = null, SupervisorStrategy? strategy = null) =>
        Actors.Props.Create(() => new Puppet(onMessage, onLife, strategy));

    protected override void OnReceive(object message) => _onMessage(this, message);

    protected override void PreStart() => _onLife?.Invoke(this, "PreStart", null);

    protected override void PostStop() => _onLife?.Invoke(this, "PostStop", null);

    protected override void PreRestart(Exception reason, object? message)
    {
        _onLife?.Invoke(this, $"PreRestart({message})", reason);
        base.PreRestart(reason, message);
    }

    protected override void PostRestart(Exception reason)
    {
        _onLife?.Invoke(this, "PostRestart", reason);
        base.PostRestart(reason);
    }

    protected override SupervisorStrategy SupervisorStrategy() => _strategy ?? base.SupervisorStrategy();
}
