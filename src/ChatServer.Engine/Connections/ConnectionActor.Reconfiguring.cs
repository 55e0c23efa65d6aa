using System.Collections.Immutable;
using ChatServer.Engine.Commands;
using ChatServer.Engine.Replies;
using ChatServer.Engine.Settings;

namespace ChatServer.Engine.Connections;

/// <content>What a client is told when the settings change under it.</content>
public sealed partial class ConnectionActor
{
    /// <summary>From the listener: other settings are in place.</summary>
    /// <param name="Features">The tokens of ISUPPORT that have changed, line by line.</param>
    /// <param name="Before">The settings that held until now.</param>
    /// <param name="After">The settings that hold now.</param>
    public sealed record Reconfigured(
        ImmutableArray<ImmutableArray<string>> Features, ServerSettings Before, ServerSettings After) : IDeadLetterSuppression;

    // Before registration a client knows nothing of the features yet. If it asked, the welcome tells it again.
    private void OnReconfigured(Reconfigured news)
    {
        _session.Replies.Unasked(_ => CapabilityCommand.Announce(_session, news.Before, news.After));
        if (_session.IsRegistered && !news.Features.IsEmpty)
            _session.Replies.Unasked(_ => Welcome.WriteFeatures(_session, news.Features));
    }
}
