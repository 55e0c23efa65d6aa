using System.Net;
using ChatServer.Engine.Settings;
using Microsoft.Extensions.Logging;

namespace ChatServer.Engine.Administration;

/// <summary>Decides who becomes an operator, and holds off those who guess.</summary>
/// <remarks>
/// <para>Open -> (Checking -> Open)*. Parent: <see cref="ChatActor"/>, which lets it go on after a fault.</para>
/// <para>A hashed password takes long to check, on purpose; that is done outside of the actor's turn, and one at a time, so that guessing
/// from many addresses costs the server no more than one core. Who knocks meanwhile waits in the stash, which holds no more than one
/// request of each connection.</para>
/// </remarks>
public sealed class OperatorGateActor : EngineActor, IWithUnboundedStash
{
    /// <summary>Somebody wants to become an operator. Answered <see cref="Granted"/> or <see cref="Refused"/>.</summary>
    /// <param name="Name">The operator's name, as configured.</param>
    /// <param name="Password">What was given.</param>
    /// <param name="Address">From where: guesses are counted by it.</param>
    public sealed record Enter(string Name, string Password, IPAddress Address) : IRequest;

    /// <summary>The password is right.</summary>
    /// <param name="Operator">What is configured for this operator.</param>
    public sealed record Granted(OperatorSettings Operator) : IAnswer;

    /// <summary>Nobody becomes an operator now.</summary>
    /// <param name="Reason">Why.</param>
    public sealed record Refused(GateRefusal Reason) : IAnswer;

    // What a check comes back with, to ourselves.
    private sealed record Checked(bool IsRight);

    private const int GuessesPerMinute = 5;

    private readonly EngineContext _engine;
    private readonly ILogger _log;
    private readonly MinuteCounter<IPAddress> _guesses;

    /// <summary>How to make one.</summary>
    /// <param name="engine">The world.</param>
    public static Props PropsFor(EngineContext engine) => Props.Create(() => new OperatorGateActor(engine));

    /// <summary>Use <see cref="PropsFor"/>.</summary>
    public OperatorGateActor(EngineContext engine)
    {
        ArgumentNullException.ThrowIfNull(engine);
        _engine = engine;
        _log = engine.Loggers.CreateLogger("ChatServer.Operators");
        _guesses = new MinuteCounter<IPAddress>(engine.Clock);
        Become(Open);
    }

    /// <inheritdoc/>
    public IStash Stash { get; set; } = null!;

    private void Open() => Receive<Enter>(OnEnter);

    private void Checking(Enter enter, OperatorSettings? wanted, IActorRef asker)
    {
        Receive<Checked>(check =>
        {
            Become(Open);
            Stash.UnstashAll();
            Decide(enter, wanted, check.IsRight, asker);
        });
        ReceiveAny(_ => Stash.Stash());
    }

    private void OnEnter(Enter enter)
    {
        var operators = _engine.Settings.Operators;
        if (operators.Count == 0)
        {
            Sender.Tell(new Refused(GateRefusal.NoOperators));
            return;
        }

        if (_guesses.Count(enter.Address) >= GuessesPerMinute)
        {
            Sender.Tell(new Refused(GateRefusal.TooManyGuesses));
            return;
        }

        // For a name that does not exist some other password is checked, so that the time it takes does not tell which names do.
        var wanted = operators.FirstOrDefault(candidate => candidate.Name == enter.Name);
        var configured = (wanted ?? operators[0]).Password;
        if (!Passwords.IsHashed(configured))
        {
            Decide(enter, wanted, Passwords.Matches(configured, enter.Password), Sender);
            return;
        }

        var asker = Sender;
        Task.Run(() => Passwords.Matches(configured, enter.Password)).PipeTo(
            Self, success: isRight => new Checked(isRight), failure: cause => OnUnusable(wanted, cause));
        Become(() => Checking(enter, wanted, asker));
    }

    private void Decide(Enter enter, OperatorSettings? wanted, bool isRight, IActorRef asker)
    {
        if (wanted is not null && isRight)
        {
            _log.LogInformation("{Address} is operator {Operator} now", enter.Address, wanted.Name);
            asker.Tell(new Granted(wanted));
            return;
        }

        _guesses.Add(enter.Address);
        _log.LogWarning("{Address} failed to become operator {Operator}", enter.Address, enter.Name);
        asker.Tell(new Refused(GateRefusal.WrongPassword));
    }

    // Any thread: the logger is the only thing it touches.
    private Checked OnUnusable(OperatorSettings? wanted, Exception cause)
    {
        _log.LogError(cause, "The configured password of operator {Operator} can't be used", wanted?.Name);
        return new Checked(IsRight: false);
    }
}

/// <summary>Why nobody becomes an operator.</summary>
public enum GateRefusal
{
    /// <summary>No operator is configured.</summary>
    NoOperators,

    /// <summary>There is no operator of this name, or the password is another.</summary>
    WrongPassword,

    /// <summary>Too many wrong passwords came from this address within a minute.</summary>
    TooManyGuesses,
}
