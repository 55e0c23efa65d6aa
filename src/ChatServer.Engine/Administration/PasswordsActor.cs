using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Logging;

namespace ChatServer.Engine.Administration;

/// <summary>Checks passwords that clients share: the server's, and those of gateways.</summary>
/// <remarks>
/// <para>Open -> (Checking -> Open)*. Parent: <see cref="ChatActor"/>, which lets it go on after a fault.</para>
/// <para>A hashed password takes long to check, on purpose. That is done outside of the actor's turn, and one at a time, so that it costs
/// the server no more than one core. A password that was right once is recognised by a quick hash, which never leaves the process: when all
/// clients come back at once, they do not wait for each other.</para>
/// </remarks>
public sealed class PasswordsActor : EngineActor, IWithUnboundedStash
{
    /// <summary>Asks whether a password is right. Answered <see cref="Checked"/>.</summary>
    /// <param name="Configured">The passwords that would be right.</param>
    /// <param name="Given">What was given.</param>
    public sealed record Check(ImmutableArray<string> Configured, string Given) : IRequest;

    /// <summary>The result of a check.</summary>
    /// <param name="IsRight">Whether it was one of them.</param>
    public sealed record Checked(bool IsRight) : IAnswer;

    // The result of a comparison, to ourselves.
    private sealed record Compared(string? Right);

    private const int MostKnown = 64;

    private readonly ILogger _log;
    private readonly byte[] _key = RandomNumberGenerator.GetBytes(32);
    private readonly Dictionary<string, byte[]> _known = [];

    /// <summary>How to make one.</summary>
    /// <param name="engine">The world.</param>
    public static Props PropsFor(EngineContext engine) => Props.Create(() => new PasswordsActor(engine));

    /// <summary>Use <see cref="PropsFor"/>.</summary>
    public PasswordsActor(EngineContext engine)
    {
        ArgumentNullException.ThrowIfNull(engine);
        _log = engine.Loggers.CreateLogger("ChatServer.Passwords");
        Become(Open);
    }

    /// <inheritdoc/>
    public IStash Stash { get; set; } = null!;

    private void Open() => Receive<Check>(OnCheck);

    private void Checking(Check check, IActorRef asker)
    {
        Receive<Compared>(compared =>
        {
            if (compared.Right is { } right) Remember(right, check.Given);
            asker.Tell(new Checked(compared.Right is not null));
            Become(Open);
            Stash.UnstashAll();
        });
        ReceiveAny(_ => Stash.Stash());
    }

    private void OnCheck(Check check)
    {
        var digest = DigestOf(check.Given);
        var isKnown = check.Configured.Any(configured =>
            Passwords.IsHashed(configured)
                ? _known.TryGetValue(configured, out var known) && CryptographicOperations.FixedTimeEquals(known, digest)
                : Passwords.Matches(configured, check.Given));
        if (isKnown || !check.Configured.Any(Passwords.IsHashed))
        {
            Sender.Tell(new Checked(isKnown));
            return;
        }

        var asker = Sender;
        Task.Run(() => Compare(check)).PipeTo(Self, failure: OnUnusable);
        Become(() => Checking(check, asker));
    }

    private static Compared Compare(Check check) =>
        new(check.Configured.FirstOrDefault(configured => Passwords.IsHashed(configured) && Passwords.Matches(configured, check.Given)));

    private void Remember(string configured, string given)
    {
        if (_known.Count == MostKnown) _known.Clear();
        _known[configured] = DigestOf(given);
    }

    private byte[] DigestOf(string given) => HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(given));

    // Any thread: the logger is the only thing it touches.
    private Compared OnUnusable(Exception cause)
    {
        _log.LogError(cause, "A configured password can't be used");
        return new Compared(null);
    }
}
