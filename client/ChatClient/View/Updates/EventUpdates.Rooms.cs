using ChatClient.Session;

namespace ChatClient.View.Updates;

internal static partial class EventUpdates
{
    private static ViewState OnJoined(this ViewState state, Joined joined)
    {
        if (!joined.IsSelf)
            return state.Pass(joined.Room, joined.Time, new Passage(PassageKind.Joined, joined.Who.Nick, string.Empty))
                .Change(joined.Room, room => room with { Members = room.Members.With(new Member(joined.Who.Nick, string.Empty)) });

        var (opened, index) = state.Open(joined.Room);
        var nobody = MemberList.Nobody(opened.Features.CaseMapping, opened.Features.RankPrefixes);
        opened = opened.With(index, opened.Conversations[index] with { IsJoined = true, Members = nobody })
            .Note(index, joined.Time, $"You joined {joined.Room}");

        // Only the first room is shown automatically. FullScreenView shows a room that the user entered with /join.
        return opened.CurrentIndex == 0 ? opened.Show(index) : opened;
    }

    /// <summary>Replaces the members and modes of a room.</summary>
    /// <param name="state">The view.</param>
    /// <param name="room">The room.</param>
    /// <param name="members">Prefixes by nick.</param>
    /// <param name="modes">The room's modes.</param>
    public static ViewState WithMembers(
        this ViewState state, string room, IReadOnlyDictionary<string, string> members, string modes) =>
        state.Change(room, conversation => conversation with
        {
            Members = conversation.Members.Replaced(members.Select(member => new Member(member.Key, member.Value))),
            Modes = modes,
        });

    private static ViewState OnJoinRefused(this ViewState state, JoinRefused refused) =>
        state.NoteIn(refused.Room, refused.Time, $"Can't join {refused.Room}: {refused.Reason}", EntryKind.Error);

    private static ViewState OnParted(this ViewState state, Parted parted) =>
        parted.IsSelf
            ? state.Close(state.IndexOf(parted.Room))
            : state.Pass(parted.Room, parted.Time, new Passage(PassageKind.Left, parted.Who.Nick, parted.Reason))
                .Remove(parted.Room, parted.Who.Nick);

    private static ViewState OnKicked(this ViewState state, Kicked kicked)
    {
        if (!kicked.IsSelf)
            return state.NoteIn(kicked.Room, kicked.Time, $"{kicked.By.Nick} kicked {kicked.Nick}{Because(kicked.Reason)}")
                .Remove(kicked.Room, kicked.Nick);

        var text = $"{kicked.By.Nick} kicked you from {kicked.Room}{Because(kicked.Reason)}. Type /join {kicked.Room} to return.";
        return state.NoteIn(kicked.Room, kicked.Time, text, EntryKind.Error)
            .Change(kicked.Room, room => room with { IsJoined = false, Members = room.Members.Replaced([]), Mentions = room.Mentions + 1 });
    }

    private static ViewState OnTopic(this ViewState state, string room, string topic) =>
        state.Change(room, conversation => conversation with { Topic = topic });

    private static ViewState OnTopicShown(this ViewState state, TopicShown shown) =>
        state.OnTopic(shown.Room, shown.Topic)
            .NoteIn(shown.Room, shown.Time, shown.Topic.Length == 0 ? "No topic is set" : $"The topic is: {shown.Topic}");

    private static string PeopleText(NamesListed listed)
    {
        const int MostNamed = 60;
        var count = listed.Members.Length;
        var named = string.Join(' ', listed.Members.Take(MostNamed));
        var more = count > MostNamed ? $" and {count - MostNamed} more" : string.Empty;
        return count == 1 ? $"1 person is here: {named}" : $"{count} people are here: {named}{more}";
    }

    private static ViewState OnTopicChanged(this ViewState state, TopicChanged changed) =>
        state.OnTopic(changed.Room, changed.Topic).NoteIn(changed.Room, changed.Time, TopicText(changed));

    private static string TopicText(TopicChanged changed) =>
        changed.Topic.Length == 0 ? $"{changed.By.Nick} removed the topic" : $"{changed.By.Nick} set the topic: {changed.Topic}";

    private static ViewState OnModesChanged(this ViewState state, ModesChanged changed) =>
        state.Features.IsRoom(changed.Target)
            ? state.NoteIn(changed.Target, changed.Time, $"{changed.By.Nick} set mode {changed.Change}")
            : state.Note(0, changed.Time, $"mode of {changed.Target}: {changed.Change}");

    private static ViewState OnRoomRenamed(this ViewState state, RoomRenamed renamed)
    {
        var text = $"{renamed.By.Nick} renamed {renamed.OldName} to {renamed.NewName}{Because(renamed.Reason)}";
        return state.Change(renamed.OldName, room => room with { Name = renamed.NewName })
            .NoteIn(renamed.NewName, renamed.Time, text);
    }

    private static ViewState Pass(this ViewState state, string name, DateTimeOffset time, Passage passage) =>
        state.Change(name, conversation => conversation.Append(state.PassageEntry(time, passage))) with { NextId = state.NextId + 1 };

    private static ViewState Remove(this ViewState state, string room, string nick) =>
        state.Change(room, conversation => conversation with
        {
            Members = conversation.Members.Without(nick),
            Typing = conversation.Typing.Remove(nick),
        });
}
