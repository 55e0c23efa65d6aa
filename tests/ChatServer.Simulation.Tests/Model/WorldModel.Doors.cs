namespace ChatServer.SimulationTests.Model;

/// <content>Who may enter where, from what those inside know of their room. Source: Modern, Channel Modes; the server's own modes j, R and
/// z.</content>
internal sealed partial class WorldModel
{
    /// <summary>How long nobody has come or gone when somebody tries a door.</summary>
    public static readonly TimeSpan Silence = TimeSpan.FromSeconds(10);

    /// <summary>Rooms that somebody is in and the client is not.</summary>
    public IEnumerable<string> RoomsWithout(ClientModel client) =>
        Attentive.SelectMany(other => other.Rooms.Keys).Distinct().Where(name => !client.Rooms.ContainsKey(name));

    /// <summary>Whether a client that gives no key gets into a room; null when nobody knows enough to say.</summary>
    public bool? MayEnter(ClientModel client, string name)
    {
        var views = Attentive.Select(other => other.Rooms.GetValueOrDefault(name)).OfType<RoomView>().ToList();
        if (views.Find(view => view is { Flags: not null, Bans: not null }) is not { Flags: { } flags, Bans: { } bans } room) return null;
        if (client.Rooms.Count >= Limits.Least(limits => limits.RoomsPerUser, Moment)) return null;
        if (client.StandingInvitations.Contains(name)) return !flags.Contains('z');
        if (room.Throttle?.AdmitsAfter(Silence) == false || WasInvited(client, name)) return null;
        var exceptions = ExceptionsIn(views);
        var guests = views.Select(view => view.Guests).FirstOrDefault(known => known is not null) ?? (HasExceptions ? null : []);
        if (exceptions is null || guests is null) return null;
        if (flags.Contains('z') || flags.Contains('R')) return false;
        if (IsKept(bans, exceptions, client, isJoining: true) is not { } isBanned) return null;
        if (isBanned) return false;
        if (flags.Contains('i') && Cover(guests, client, isJoining: true) is not true and var isGuest) return isGuest;
        return room.Key is null && !(room.Limit <= room.Members.Count);
    }

    /// <summary>What somebody outside is told who knocks, if he has not done so of late: 711, and those who may invite hear of it, where he
    /// could use an invitation; null when nobody knows enough to say. Source: KNOCK of ratbox.</summary>
    public string? AnswerToKnock(ClientModel client, string name)
    {
        if (FlagsOf(name) is not { } flags || ViewsOf(name).FirstOrDefault(view => view.Flags is not null) is not { } room) return null;
        if (flags.Contains('s')) return "403";
        if (IsBanned(client, name) is not { } isBanned) return null;
        if (isBanned) return "404";
        return flags.Contains('i') || room.Key is not null || room.Limit <= room.Members.Count ? "711" : "713";
    }

    /// <summary>Those who rule a room, as far as is known.</summary>
    public IEnumerable<ClientModel> RulersOf(string name) =>
        Attentive.Where(other => other.Rooms.ContainsKey(name) && HeightOf(other, name) >= RoomView.HalfOperator);

    /// <summary>What somebody is told who speaks to a room that he is not in, and where only members may: of a secret one not that there is
    /// one. Null when all may, or nobody knows enough to say.</summary>
    public string? RefusalOutside(string name) =>
        FlagsOf(name) is not { } flags || !flags.Contains('n') ? null : flags.Contains('s') ? "403" : "404";

    /// <summary>Whether a member may say something plain in a room that he is in; null when nobody knows enough to say.</summary>
    public bool? MaySpeak(ClientModel client, string name)
    {
        if (HeightOf(client, name) is not { } height) return null;
        if (height >= RoomView.Voice) return true;
        if (FlagsOf(name) is not { } flags || IsSilenced(client, name) is not { } isSilenced) return null;
        return !isSilenced && (flags.Contains('U') || !flags.Overlaps("mM"));
    }

    /// <summary>Whether somebody may take another nick, as far as all his rooms are concerned; null when nobody knows enough to
    /// say.</summary>
    public bool? MayRename(ClientModel client)
    {
        var answers = client.Rooms.Keys.Select(name => MayRename(client, name)).ToList();
        return answers.Contains(false) ? false : answers.Contains(null) ? null : true;
    }

    private bool? MayRename(ClientModel client, string name)
    {
        if (HeightOf(client, name) is not { } height) return null;
        if (height >= RoomView.HalfOperator) return true;
        if (FlagsOf(name) is not { } flags) return null;
        if (flags.Contains('N')) return false;
        return height >= RoomView.Voice ? true : !IsSilenced(client, name);
    }

    /// <summary>Whether a ban keeps somebody out, and no exception; null when nobody knows enough to say.</summary>
    public bool? IsBanned(ClientModel client, string name)
    {
        var views = ViewsOf(Names.Fold(name)).ToList();
        if (views.Select(view => view.Bans).FirstOrDefault(known => known is not null) is not { } bans) return null;
        var exceptions = ExceptionsIn(views);
        return exceptions is null ? null : IsKept(bans, exceptions, client, isJoining: true);
    }

    /// <summary>Whether nobody gets into a room who does not come over TLS, which is asked before all else; null when nobody
    /// knows.</summary>
    public bool? IsForTls(string name) => FlagsOf(Names.Fold(name))?.Contains('z');

    /// <summary>A room in which one of these may invite whom he likes, and who he is; null when there is none, or nobody knows enough to
    /// say.</summary>
    public (ClientModel Host, string Room)? FindHost(IEnumerable<ClientModel> clients)
    {
        foreach (var client in clients)
        {
            foreach (var (name, room) in client.Rooms)
            {
                if (room.Flags is not null && HeightOf(client, name) >= RoomView.HalfOperator) return (client, name);
            }
        }

        return null;
    }

    /// <summary>Exceptions from the bans of a room; null when they are not known.</summary>
    private HashSet<string>? ExceptionsIn(IEnumerable<RoomView> views) =>
        views.Select(view => view.Exceptions).FirstOrDefault(known => known is not null) ?? (HasExceptions ? null : []);

    private IEnumerable<RoomView> ViewsOf(string name) => Attentive.Select(other => other.Rooms.GetValueOrDefault(name)).OfType<RoomView>();

    private int? HeightOf(ClientModel client, string name) => ViewsOf(name)
        .Select(view => view.Members.GetValueOrDefault(Names.Fold(client.Nick)))
        .FirstOrDefault(member => member?.Ranks is not null)?.Height;

    private HashSet<char>? FlagsOf(string name) => ViewsOf(name).Select(view => view.Flags).FirstOrDefault(flags => flags is not null);

    /// <summary>Whether a ban keeps somebody without rank silent; null when that can't be said.</summary>
    private bool? IsSilenced(ClientModel client, string name)
    {
        if (ViewsOf(name).Select(view => view.Bans).FirstOrDefault(known => known is not null) is not { } bans) return null;
        var exceptions = ExceptionsIn(ViewsOf(name));
        if (Cover(bans, client, isJoining: false) != false && exceptions is null) return null;
        return IsKept(bans, exceptions ?? [], client, isJoining: false);
    }

    private bool? Cover(HashSet<string> masks, ClientModel client, bool isJoining) =>
        Masks.Cover(Names, masks, client, client.Sources, isJoining);

    /// <summary>Whether somebody is kept out, or silent; null when that can't be said.</summary>
    private bool? IsKept(HashSet<string> bans, HashSet<string> exceptions, ClientModel client, bool isJoining) =>
        (Cover(bans, client, isJoining), Cover(exceptions, client, isJoining)) switch
        {
            (false, _) or (_, true) => false,
            (true, false) => true,
            _ => null,
        };
}
