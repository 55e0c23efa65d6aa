using System.Globalization;
using ChatServer.SimulationTests.World;

namespace ChatServer.SimulationTests.Model;

/// <content>Limits that change while the client is there: what it is told of them, and which may have held when something was decided.
/// Source:
/// Modern, ISUPPORT.</content>
internal sealed partial class ClientModel
{
    private static readonly (string Feature, Func<RunSettings, int> Limit)[] Advertised =
    [
        ("CHANLIMIT=#:", static settings => settings.RoomsPerUser),
        ("MAXLIST=beI:", static settings => settings.ListEntries),
        ("MONITOR=", static settings => settings.MonitorEntries),
    ];

    private readonly Dictionary<string, int> _features = [];

    // When it sent the last PING that was answered: all that it hears after that was decided later.
    private long _syncedAt;

    private void ExpectReading(string line)
    {
        var askedAt = world.Moment;
        Expect(line, reply => reply.Verb is "382" or "481" or "723" || IsFailure(reply, "REHASH"), onOver: answer =>
        {
            if (answer?.Verb == "382") world.Limits.OnInPlace(askedAt, world.Moment);
        });
    }

    // 005 client token ... :are supported by this server
    private void OnFeatures(WireLine line)
    {
        foreach (var (feature, limit) in Advertised)
        {
            if (line.Parameters.FirstOrDefault(token => token.StartsWith(feature, StringComparison.Ordinal)) is not { } token) continue;
            _features[feature] = int.Parse(token[feature.Length..], CultureInfo.InvariantCulture);
            if (!world.Limits.MayBe(limit, _features[feature], _syncedAt))
                throw Broken(Promise.KnowledgeIsTrue, $"{token} does not hold: {line}");
        }
    }

    /// <summary>What it was told last of each limit holds.</summary>
    public void CheckFeatures()
    {
        foreach (var (feature, limit) in Advertised)
        {
            if (world.Limits.Known(limit, world.Moment) is { } known && _features.GetValueOrDefault(feature, known) != known)
                throw Broken(Promise.KnowledgeIsTrue, $"was told {feature}{_features[feature]}, and {known} is the limit");
        }
    }

    private int MostOf(Func<RunSettings, int> limit) => world.Limits.Most(limit, _syncedAt);

    private int LeastOf(Func<RunSettings, int> limit) => world.Limits.Least(limit, _syncedAt);
}
