using ChatServer.SimulationTests.Plans;

namespace ChatServer.SimulationTests.Model;

/// <content>What several clients know has to agree when nothing is under way any more.</content>
internal sealed partial class WorldModel
{
    /// <summary>Compares what they know.</summary>
    /// <param name="isStill">Whether nobody was given up as dead meanwhile, of whom some may have heard and others not yet.</param>
    public void CheckAtRest(bool isStill)
    {
        CheckOrders();
        if (isStill) CheckHappened();
        CheckNicks();
        CheckMembers();
        CheckPrivateMessages();
        CheckSendQueues();
    }

    private void CheckOrders()
    {
        foreach (var sameRoom in _orders.GroupBy(order => Aliases.Root(order.Key), order => order.Value))
        {
            if (RoomOrder.Merge(sameRoom).FindCircle() is { } circle)
                throw new BrokenPromiseException(
                    Promise.OneOrderPerRoom, $"members of {sameRoom.Key} saw in different orders: {string.Join(", ", circle)}");
        }
    }

    /// <summary>Who came later has seen the same as who was there before, from his coming on, and by the same ids.</summary>
    private void CheckHappened()
    {
        // Who does not know of new names, or of new hosts, is told something else instead.
        var all = from client in Attentive
                  where client.Has(Speech.Tags) && (client.Has(Speech.Hosts) || !HasNewHosts)
                  from room in client.Rooms
                  where !Aliases.IsDoubtful(room.Key)
                  group (client, room.Value.Happened) by room.Key;
        foreach (var views in all)
        {
            var (first, longest) = views.MaxBy(view => view.Happened.Count);
            foreach (var (client, happened) in views.Where(view => !longest.TakeLast(view.Happened.Count).SequenceEqual(view.Happened)))
            {
                throw new BrokenPromiseException(
                    Promise.KnowledgeIsTrue,
                    $"client {client.Number} has seen in {views.Key}: {string.Join(' ', happened)}; "
                    + $"client {first.Number}: {string.Join(' ', longest)}");
            }
        }
    }

    private void CheckNicks()
    {
        foreach (var twice in Attentive.GroupBy(client => Names.Fold(client.Nick)).Where(group => group.Count() > 1))
            throw new BrokenPromiseException(
                Promise.OneOwnerPerNick, $"{twice.Key} is the nick of clients {string.Join(", ", twice.Select(client => client.Number))}");
    }

    /// <summary>Who believes himself to be in a room is known there, and nobody else is.</summary>
    private void CheckMembers()
    {
        foreach (var viewer in Attentive)
        {
            foreach (var (folded, room) in viewer.Rooms)
            {
                var isIn = (ClientModel other) => other.Rooms.ContainsKey(folded);
                foreach (var other in Attentive.Where(other => isIn(other) != room.Members.ContainsKey(Names.Fold(other.Nick))))
                {
                    throw new BrokenPromiseException(
                        Promise.KnowledgeIsTrue,
                        $"client {other.Number} ({other.Nick}) is {(isIn(other) ? "in" : "not in")} {room.Name}, "
                        + $"and client {viewer.Number} knows it otherwise");
                }
            }
        }
    }

    /// <summary>Every private message that was taken has reached its recipient, unless he was cut off.</summary>
    private void CheckPrivateMessages()
    {
        foreach (var said in Ledger.All)
        {
            if (said.IsToRoom || said.IsToAll || said.Verb == "TAGMSG" || said.Outcome != Outcome.Taken || said.HeardBy.Count > 0) continue;
            if (Clients.Exists(client => client.Number == said.Sender && client.NicksHeld.Contains(said.Target))) continue;
            var owners = Clients.Where(client => client.NicksHeld.Contains(said.Target)).ToList();
            if (owners.TrueForAll(client => client is { IsGone: false, IsStalled: false }))
                throw new BrokenPromiseException(
                    Promise.NothingSilent, $"\"{said.Text}\" to {said.Target} was taken, and nobody has heard it");
        }
    }

    /// <summary>Guarantee 5: who does not read is closed when more waits for him than he may have waiting.</summary>
    private void CheckSendQueues()
    {
        // A connection may have written so much before it flushed, and met the end of the transport's patience, and a line more. A sluggish
        // one has much in its mailbox.
        const int slack = 20 * 1024;
        if (settings.Sluggish > 0) return;
        var most = settings.TransportBytes + settings.SendQueueBytes + slack;
        foreach (var client in Clients)
        {
            if (client.StalledSince is not { } since || client.IsGone) continue;
            var rooms = client.Rooms.Keys.Where(room => Attentive.Any(other => Knows(other, room, client))).ToHashSet();
            var waiting = Ledger.Settled.Skip(since)
                .Where(said => rooms.Contains(said.Target) && said.Audience.ContainsKey(client.Number))
                .Sum(said => said.Text.Length);
            if (waiting > most)
                throw new BrokenPromiseException(
                    Promise.BoundedEverything, $"client {client.Number} does not read, {waiting} bytes wait for it, and it is not closed");
        }
    }

    private bool Knows(ClientModel viewer, string room, ClientModel other) =>
        viewer.Rooms.TryGetValue(room, out var view) && view.Members.ContainsKey(Names.Fold(other.Nick));
}
