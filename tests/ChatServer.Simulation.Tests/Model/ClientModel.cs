using ChatServer.SimulationTests.Plans;

namespace ChatServer.SimulationTests.Model;

/// <summary>One client and what it can know: from the lines it has sent, and the lines it has got. Every line is checked against
/// that.</summary>
internal sealed partial class ClientModel(WorldModel world, int number, Speech speech, TimeProvider clock)
{
    private readonly Answers _answers = new();
    private readonly Dictionary<int, int> _lastHeardOf = [];
    private readonly Dictionary<string, string> _lastEvent = [];
    private readonly List<RoomView.Member> _shown = [];
    private long _changesOfMembers;
    private long _changesBeforeShown;
    private readonly Dictionary<string, HashSet<string>> _shownMasks = [];
    private readonly HashSet<(string Verb, string Id)> _eventsHeard = [];
    private readonly HashSet<string> _haveQuit = [];
    private readonly Credit _credit = new(world.Settings.Flood);
    private int _saidSoFar;
    private int _checkedSoFar;
    private int _epochs;
    private bool _isUnsureOfRefusals;
    private bool _isToldOfKill;
    private bool _wasThrownOut;

    public int Number => number;

    public string UserName { get; } = $"~u{number}";

    /// <summary>How others see it, and where it really is: masks cover the one and the other.</summary>
    public string[] Sources => [$"{Nick}!{UserName}@{Host}", $"{Nick}!{UserName}@{Address}"];

    /// <summary>Its number gives it.</summary>
    public string Address { get; } = $"10.0.{number >> 8}.{number & 255}";

    /// <summary>Its address, until it is told that it has another host.</summary>
    public string Host { get; private set; } = $"10.0.{number >> 8}.{number & 255}";

    /// <summary>Its nick; empty before it is registered.</summary>
    public string Nick { get; private set; } = "";

    public bool IsRegistered => Nick.Length > 0;

    /// <summary>Every nick it has asked for, folded: those it may have had.</summary>
    public HashSet<string> NicksHeld { get; } = [];

    /// <summary>Every nick it has had and given up for another, folded.</summary>
    public HashSet<string> NicksLeft { get; } = [];

    // Nicks, folded, that it has given up and not wished for since; when that was settled.
    private readonly HashSet<string> _nicksGivenUp = [];
    private readonly Dictionary<string, long> _nicksLost = [];

    /// <summary>By folded name.</summary>
    public Dictionary<string, RoomView> Rooms { get; } = [];

    /// <summary>What an operator of the server has said last to those who want to hear it.</summary>
    public string? LastWallops { get; private set; }

    /// <summary>The token of the last PONG.</summary>
    public string? LastPong { get; private set; }

    /// <summary>Whether the connection is over, from whichever side.</summary>
    public bool IsGone { get; set; }

    /// <summary>Whether it has closed the line, or cut it, without the server's doing.</summary>
    public bool HasVanished { get; set; }

    /// <summary>Whether the server is through with it, too: nothing of it is left there.</summary>
    public bool HasEnded { get; set; }

    /// <summary>Whether it does not read.</summary>
    public bool IsStalled { get; set; }

    /// <summary>Whether it hears what comes.</summary>
    public bool IsAttentive => this is { IsGone: false, IsStalled: false, IsRegistered: true };

    /// <summary>The client does not read, from now on; null when it reads. Counts messages that were settled before.</summary>
    public int? StalledSince { get; set; }

    /// <summary>Why it is no wonder that its connection has ended; null when it would be one.</summary>
    public string? ExcuseForEnd { get; set; }

    /// <summary>What the server said when it closed.</summary>
    public string? Farewell { get; private set; }

    /// <summary>A command that was sent long ago and not answered; null when there is none.</summary>
    public string? Unanswered => _answers.Unanswered;

    /// <summary>The nick of somebody else in a room, as far as the client knows; of somebody who is nowhere, if there is none.</summary>
    /// <param name="room">Which room.</param>
    /// <param name="choice">Decides who of them.</param>
    public string SomebodyIn(string room, int choice)
    {
        var others = Rooms.GetValueOrDefault(world.Names.Fold(room))?.Members.Values.Select(member => member.Nick)
            .Where(nick => nick != Nick).ToList() ?? [];
        return others.Count == 0 ? "nobody" : others[choice % others.Count];
    }

    public bool Has(Speech speaks) => speech.HasFlag(speaks);

    private BrokenPromiseException Broken(Promise promise, string what) => new(promise, $"{Who}: {what}");

    private string Who => $"client {Number}{(IsRegistered ? $" ({Nick})" : "")}";
}
