namespace ChatServer.SimulationTests.Model;

/// <content>Invitations, to the client and to others. One lets its guest in, once, whatever else would keep him out but that he does not
/// come over TLS; until then it stands, as long as the room does. Source: Modern, INVITE; IRCv3 invite-notify.</content>
internal sealed partial class ClientModel
{
    // Rooms that it was invited to and has not been in since, folded.
    private readonly HashSet<string> _invitedTo = [];

    /// <summary>The rooms, folded, to which an invitation of the client stands for certain when nothing is under way.</summary>
    public IEnumerable<string> StandingInvitations =>
        world.Faults > 0 ? [] : _invitedTo.Where(room => !world.Aliases.IsDoubtful(room) && world.IsOpenSinceInvitation(this, room));

    // :nick!user@host INVITE nick room
    private void OnInvited(WireLine line)
    {
        var room = world.Names.Fold(line[1]);
        if (!Rooms.ContainsKey(room)) _invitedTo.Add(room);
    }

    // Who could not invite himself does not hear of it. Source: IRCv3 invite-notify.
    private void OnOthersInvited(WireLine line)
    {
        var room = RoomOf(line, line[1]);
        MemberOf(room, line, line.Nick);
        CheckMayInvite(line, line[1], line.Nick);
        var me = MemberOf(room, line, Nick);
        if (room.Flags?.Contains('i') == true && me.Ranks is not null && me.Height < RoomView.HalfOperator)
            throw Broken(Promise.RulesHold, $"'{me.Signs}{Nick}' hears what is for others: {line}");
    }
}
