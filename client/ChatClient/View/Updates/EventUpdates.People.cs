using System.Collections.Immutable;
using ChatClient.Session;

namespace ChatClient.View.Updates;

internal static partial class EventUpdates
{
    private static ViewState OnDeparted(this ViewState state, Departed departed)
    {
        var passage = new Passage(PassageKind.Left, departed.Who.Nick, departed.Reason);
        var told = departed.Rooms.Aggregate(state, (view, room) =>
            view.Pass(room, departed.Time, passage).Remove(room, departed.Who.Nick));
        return told.Pass(departed.Who.Nick, departed.Time, passage) with { Away = told.Away.Remove(departed.Who.Nick) };
    }

    private static ViewState OnRenamed(this ViewState state, Renamed renamed)
    {
        var passage = new Passage(PassageKind.Renamed, renamed.OldNick, renamed.NewNick);
        for (var index = 0; index < state.Conversations.Count; index++)
        {
            var conversation = state.Conversations[index];
            var isHis = conversation.Kind == ConversationKind.Private
                && state.Features.CaseMapping.Equals(conversation.Name, renamed.OldNick);
            if (conversation.Members.Find(renamed.OldNick) is null && !isHis)
                continue;

            var known = conversation with
            {
                Name = isHis ? renamed.NewNick : conversation.Name,
                Members = conversation.Members.Renamed(renamed.OldNick, renamed.NewNick),
                Typing = conversation.Typing.Remove(renamed.OldNick),
            };
            state = state.With(index, known).Pass(known.Name, renamed.Time, passage);
        }

        var away = state.Away.Contains(renamed.OldNick) ? state.Away.Remove(renamed.OldNick).Add(renamed.NewNick) : state.Away;
        return state with { Nick = renamed.IsSelf ? renamed.NewNick : state.Nick, Away = away };
    }

    private static ViewState OnSplit(this ViewState state, NetworkSplit split)
    {
        var byRoom = split.Departures
            .SelectMany(departed => departed.Rooms, (departed, room) => (Room: room, departed.Who.Nick))
            .GroupBy(one => one.Room, one => one.Nick, state.Features.CaseMapping);
        foreach (var room in byRoom)
        {
            state = state.NoteIn(room.Key, split.Time, $"Netsplit {split.Server} \u2194 {split.OtherServer}: {Named(room)} gone");
            state = room.Aggregate(state, (view, nick) => view.Remove(room.Key, nick));
        }

        return state;
    }

    private static ViewState OnNetworkJoined(this ViewState state, NetworkJoined joined)
    {
        foreach (var room in joined.Arrivals.GroupBy(one => one.Room, one => one.Who.Nick, state.Features.CaseMapping))
        {
            var members = room.Select(nick => new Member(nick, string.Empty));
            state = state.NoteIn(room.Key, joined.Time, $"Netsplit {joined.Server} \u2194 {joined.OtherServer} is over: {Named(room)} back")
                .Change(room.Key, conversation => conversation with
                {
                    Members = members.Aggregate(conversation.Members, (list, member) => list.With(member)),
                });
        }

        return state;
    }

    private static ViewState OnAway(this ViewState state, AwayChanged changed)
    {
        var isAway = changed.Message is not null;
        if (changed.IsSelf)
            return (state with { IsAway = isAway })
                .Note(state.CurrentIndex, changed.Time, isAway ? "You are marked as away" : "You are no longer marked as away");

        return state with { Away = isAway ? state.Away.Add(changed.Nick) : state.Away.Remove(changed.Nick) };
    }

    private static ViewState OnFriend(this ViewState state, FriendSeen seen) =>
        state.Note(state.CurrentIndex, seen.Time, seen.IsOnline ? $"{seen.Nick} is online" : $"{seen.Nick} is offline");

    private static string Named(IEnumerable<string> nicks)
    {
        const int Most = 5;
        var all = nicks.ToImmutableArray();
        var named = string.Join(", ", all.Take(Most));
        return all.Length <= Most ? named : $"{named} and {all.Length - Most} more";
    }
}
