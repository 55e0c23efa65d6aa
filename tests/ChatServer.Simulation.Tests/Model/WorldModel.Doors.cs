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
        if (client.Rooms.Count >= settings.RoomsPerUser) return null;
        if (client.StandingInvitations.Contains(name)) return !flags.Contains('z');
        if (room.Throttle?.IsOverAfter(Silence) == false || WasInvited(client, name)) return null;
        var exceptions = views.Select(view => view.Exceptions).FirstOrDefault(known => known is not null) ?? (HasExceptions ? null : []);
        var guests = views.Select(view => view.Guests).FirstOrDefault(known => known is not null) ?? (HasExceptions ? null : []);
        if (exceptions is null || guests is null) return null;
        if (flags.Contains('z') || flags.Contains('R')) return false;
        if (IsKept(bans, exceptions, client, isJoining: true) is not { } isBanned) return null;
        if (isBanned) return false;
        if (flags.Contains('i') && Cover(guests, client, isJoining: true) is not true and var isGuest) return isGuest;
        return room.Key is null && !(room.Limit <= room.Members.Count);
    }

    /// <summary>Whether a member may say something plain in a room that he is in; null when nobody knows enough to say.</summary>
    public bool? MaySpeak(ClientModel client, string name)
    {
        var views = Attentive.Select(other => other.Rooms.GetValueOrDefault(name)).OfType<RoomView>().ToList();
        var members = views.Select(view => view.Members.GetValueOrDefault(Names.Fold(client.Nick)));
        if (members.FirstOrDefault(member => member?.Ranks is not null) is not { } member) return null;
        if (member.Height >= RoomView.Voice) return true;
        if (views.Find(view => view is { Flags: not null, Bans: not null }) is not { Flags: { } flags, Bans: { } bans }) return null;
        var exceptions = views.Select(view => view.Exceptions).FirstOrDefault(known => known is not null) ?? (HasExceptions ? null : []);
        if (Cover(bans, client, isJoining: false) != false && exceptions is null) return null;
        if (IsKept(bans, exceptions ?? [], client, isJoining: false) is not { } isSilenced) return null;
        if (isSilenced) return false;
        return flags.Contains('U') || !flags.Overlaps("mM");
    }

    private bool? Cover(HashSet<string> masks, ClientModel client, bool isJoining) => Masks.Cover(Names, masks, client, client.Sources, isJoining);

    /// <summary>Whether somebody is kept out, or silent; null when that can't be said.</summary>
    private bool? IsKept(HashSet<string> bans, HashSet<string> exceptions, ClientModel client, bool isJoining) =>
        (Cover(bans, client, isJoining), Cover(exceptions, client, isJoining)) switch
        {
            (false, _) or (_, true) => false,
            (true, false) => true,
            _ => null,
        };
}
