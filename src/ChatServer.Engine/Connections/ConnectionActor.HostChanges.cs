using ChatServer.Domain.Events;
using ChatServer.Engine.Deliveries;
using ChatServer.Protocol;

namespace ChatServer.Engine.Connections;

/// <content>A changed host, and how it is shown to clients that do not know CHGHOST. Source: IRCv3 chghost.</content>
public sealed partial class ConnectionActor
{
    private void OnHostChanged(UserHostChanged changed)
    {
        if (changed.By.Id == _session.Identity?.Id)
        {
            if (IsDoneByRunningCommand(changed))
                _session.Replies.Numeric(Numerics.RPL_VISIBLEHOST, changed.Next.Host);
            else
                _session.Replies.Unasked(replies => replies.Numeric(Numerics.RPL_VISIBLEHOST, changed.Next.Host));
            _session.Identity = changed.Next;
        }
        else if (!_session.Dialect.HasFlag(Dialect.Chghost))
        {
            WriteReconnection(changed);
        }
    }

    /// <summary>As if the user had left the server and come back, with his ranks, to each room that both are in.</summary>
    private void WriteReconnection(UserHostChanged changed)
    {
        Write(new UserQuit(_engine.Stamp(), changed.By, WireText.From("Changing hostname")));
        foreach (var room in changed.Rooms.Where(room => _session.Rooms.ContainsKey(room.Name)))
        {
            Write(new UserJoined(_engine.Stamp(), changed.Next, room.Name));
            var letters = room.Modes.Letters();
            if (letters.Length == 0) continue;
            string[] targets = [room.Name.Text, "+" + letters, .. Enumerable.Repeat(changed.Next.Nick.Text, letters.Length - 1)];
            _session.Replies.Unasked(replies => replies.Command("MODE", changed.Next.Nick.Text, targets));
        }

        void Write(ChatEvent simulated) => _session.Replies.ForeignEvent(new Delivery(simulated));
    }
}
