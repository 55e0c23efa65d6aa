using System.Collections.Immutable;
using ChatServer.Engine.Connections;
using ChatServer.Engine.Replies;
using ChatServer.Engine.Settings;
using Microsoft.Extensions.Logging;

namespace ChatServer.Engine.Administration;

/// <summary>Has the settings read again and replaces them for all actors at once. Nothing else does.</summary>
/// <remarks>Idle -> Reading -> [Telling ->] Idle. The host reads the files, outside of the actor's turn. Invalid settings change nothing.
/// Parent: <see cref="ChatActor"/>, which lets it go on after a fault.</remarks>
public sealed class ConfigurationActor : EngineActor, IWithUnboundedStash
{
    /// <summary>Asks for the settings to be read again. Answered <see cref="Reloaded"/>, when every actor sees the new ones and every
    /// client has been told what they change for it, or <see cref="Refused"/>.</summary>
    /// <param name="By">Who asks, for the log.</param>
    /// <param name="Listener">Who tells the clients.</param>
    public sealed record Reload(string By, IActorRef Listener) : IRequest;

    /// <summary>The settings that were read are in place.</summary>
    /// <param name="Waiting">Keys of settings that have changed but take effect only at the next start.</param>
    public sealed record Reloaded(ImmutableArray<string> Waiting) : IAnswer;

    /// <summary>The settings are invalid, and the previous ones stay in place.</summary>
    /// <param name="Problems">What is wrong, one line each; at least one.</param>
    public sealed record Refused(ImmutableArray<string> Problems) : IAnswer;

    private readonly EngineContext _engine;
    private readonly ILogger _log;

    /// <summary>How to make one.</summary>
    /// <param name="engine">The world.</param>
    public static Props PropsFor(EngineContext engine) => Props.Create(() => new ConfigurationActor(engine));

    /// <summary>Use <see cref="PropsFor"/>.</summary>
    public ConfigurationActor(EngineContext engine)
    {
        ArgumentNullException.ThrowIfNull(engine);
        _engine = engine;
        _log = engine.Loggers.CreateLogger("ChatServer.Configuration");
        Become(Idle);
    }

    /// <inheritdoc/>
    public IStash Stash { get; set; } = null!;

    private void Idle() => Receive<Reload>(OnReload);

    private void Reading(Reload reload, IActorRef asker)
    {
        Receive<ReadSettings>(read => OnRead(reload, asker, read));
        ReceiveAny(_ => Stash.Stash());
    }

    private void Telling(IActorRef asker, Reloaded answer)
    {
        Receive<IAnswer>(_ =>
        {
            asker.Tell(answer);
            Become(Idle);
            Stash.UnstashAll();
        });
        ReceiveAny(_ => Stash.Stash());
    }

    private void OnReload(Reload reload)
    {
        if (_engine.Host is not { } host)
        {
            Sender.Tell(new Refused(["This server has no settings to read again"]));
            return;
        }

        var asker = Sender;
        host.ReadSettingsAsync().PipeTo(Self, failure: cause => new ReadSettings(null, [cause.Message]));
        Become(() => Reading(reload, asker));
    }

    private void OnRead(Reload reload, IActorRef asker, ReadSettings read)
    {
        Become(Idle);
        if (read.Settings is { } fresh)
        {
            var (settings, waiting) = ReloadRules.Apply(_engine.Settings, fresh);
            PutInPlace(settings, reload.Listener);
            _log.LogInformation("{Operator} had the settings read again", reload.By);
            Become(() => Telling(asker, new Reloaded(waiting)));
        }
        else
        {
            _log.LogWarning("The settings that {Operator} had read again are not in order: {Problems}", reload.By, read.Problems);
            asker.Tell(new Refused(read.Problems));
            Stash.UnstashAll();
        }
    }

    private void PutInPlace(ServerSettings settings, IActorRef listener)
    {
        var (before, featuresBefore) = (_engine.Settings, _engine.Features);
        _engine.Reconfigure(settings);
        var changes = Features.Changes(featuresBefore, _engine.Features, settings);
        listener.Tell(new ListenerActor.Announce(new ConnectionActor.Reconfigured(changes, before, settings)));
    }
}
