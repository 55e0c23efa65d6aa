using ChatClient.Session;
using ChatClient.Tests.Screen;
using ChatClient.View;

namespace ChatClient.Tests.View;

public sealed class EventUpdatesTests
{
    private static Scene Room() => new Scene().Join("#lobby", "alice", "bob").Join("#dev", "alice");

    private static Conversation Of(Scene scene, string name) => scene.State.Conversations[scene.State.IndexOf(name)];

    [Fact]
    public void The_first_room_joined_is_shown_and_the_next_ones_are_not() => Assert.Equal("#lobby", Room().State.Current.Name);

    [Fact]
    public void Messages_elsewhere_are_counted_and_those_for_us_apart()
    {
        var scene = Room().Say("#dev", "alice", "hello").Say("#dev", "alice", "PIP, are you there?").Say("zoe", "zoe", "psst")
            .Say("#lobby", "alice", "seen at once");

        Assert.Equal((2, 1), (Of(scene, "#dev").Unread, Of(scene, "#dev").Mentions));
        Assert.Equal((1, 1), (Of(scene, "zoe").Unread, Of(scene, "zoe").Mentions));
        Assert.Equal((0, 0), (Of(scene, "#lobby").Unread, Of(scene, "#lobby").Mentions));
    }

    [Fact]
    public void What_is_shown_counts_too_while_nobody_looks()
    {
        var scene = Room().Input(new ChatClient.Terminal.FocusChanged(false)).Say("#lobby", "alice", "anyone?");
        Assert.Equal(1, Of(scene, "#lobby").Unread);

        scene.Input(new ChatClient.Terminal.FocusChanged(true));

        Assert.Equal(0, Of(scene, "#lobby").Unread);
        Assert.Contains(" new ", scene.Draw().ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_pending_message_becomes_the_confirmed_one_in_its_place()
    {
        var scene = Room();
        scene.Happens(new Pending(scene.Now, "#lobby", "7", MessageKind.Message, "mine", null)).Say("#lobby", "alice", "meanwhile");
        Assert.Equal(Delivery.Pending, Of(scene, "#lobby").Entries[^2].Delivery);

        scene.Say("#lobby", "pip", "mine", said => said with { Label = "7" });

        Assert.Equal(["mine", "meanwhile"], Of(scene, "#lobby").Entries.TakeLast(2).Select(entry => entry.Text));
        Assert.Equal((Delivery.Done, "m2"), (Of(scene, "#lobby").Entries[^2].Delivery, Of(scene, "#lobby").Entries[^2].MessageId));
    }

    [Fact]
    public void A_refused_message_says_why()
    {
        var scene = Room();
        scene.Happens(
            new Pending(scene.Now, "#lobby", "7", MessageKind.Message, "mine", null),
            new Refused(scene.Now, "#lobby", "You are banned", "mine") { Label = "7" });

        var entry = Of(scene, "#lobby").Entries[^1];
        Assert.Equal((Delivery.Failed, "You are banned"), (entry.Delivery, entry.Remark));
        Assert.Contains("not sent: You are banned", scene.Draw().ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void People_who_come_and_go_are_one_entry_until_someone_speaks()
    {
        var scene = Room().With(state => state with { Width = 140 });
        var before = Of(scene, "#lobby").Entries.Count;
        for (var i = 0; i < 10; i++)
            scene.Happens(new Joined(scene.Now, "#lobby", Scene.User($"user{i}"), false));
        scene.Happens(new Parted(scene.Now, "#lobby", Scene.User("user3"), "bye", false));
        Assert.Equal(before + 1, Of(scene, "#lobby").Entries.Count);
        Assert.Contains("user0, user1, user2 and 7 more joined · user3 left", scene.Draw().ToString(), StringComparison.Ordinal);
        Assert.Equal(12, Of(scene, "#lobby").Members.Count);

        scene.Say("#lobby", "alice", "hello").Happens(new Joined(scene.Now, "#lobby", Scene.User("late"), false));

        Assert.Equal(before + 3, Of(scene, "#lobby").Entries.Count);
    }

    [Fact]
    public void A_netsplit_is_one_line()
    {
        var scene = Room();
        var gone = new[] { "alice", "bob" }.Select(nick => new Departed(scene.Now, Scene.User(nick), "a b", ["#lobby"]));

        scene.Happens(new NetworkSplit(scene.Now, "irc.a", "irc.b", [.. gone]));

        Assert.Equal("Netsplit irc.a ↔ irc.b: alice, bob gone", Of(scene, "#lobby").Entries[^1].Text);
        Assert.Equal(1, Of(scene, "#lobby").Members.Count);
    }

    [Fact]
    public void Replies_show_what_they_answer_and_reactions_are_counted()
    {
        var scene = Room().Say("#lobby", "alice", "who is in?").Say("#lobby", "bob", "me", said => said with { ReplyTo = "m1" });
        foreach (var nick in new[] { "bob", "carol" })
            scene.Happens(new Reacted(scene.Now, "#lobby", Scene.User(nick), "m1", "🎉", false, false));
        scene.Happens(new Reacted(scene.Now, "#lobby", Scene.User("dave"), "m1", "👍", false, false));
        scene.Happens(new Reacted(scene.Now, "#lobby", Scene.User("dave"), "m1", "👍", true, false));

        var screen = scene.Draw().ToString();
        Assert.Contains("╭ alice: who is in?", screen, StringComparison.Ordinal);
        Assert.Contains("🎉 2", screen, StringComparison.Ordinal);
        Assert.DoesNotContain("👍", screen, StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_taken_back_is_not_shown_any_more()
    {
        var scene = Room().Say("#lobby", "alice", "a secret");

        scene.Happens(new Redacted(scene.Now, "#lobby", Scene.User("bob"), "m1", "spam"));

        var screen = scene.Draw().ToString();
        Assert.DoesNotContain("a secret", screen, StringComparison.Ordinal);
        Assert.Contains("(deleted by bob (spam))", screen, StringComparison.Ordinal);
    }

    [Fact]
    public void A_gap_is_filled_in_the_order_of_time()
    {
        var scene = Room().Say("#dev", "alice", "one");
        var gapAt = scene.Now.AddSeconds(10);
        scene.Say("#dev", "alice", "four");

        scene.Happens(new HistoryReceived(
            scene.Now, "#dev", HistorySpan.After, [Past(gapAt, "two"), Past(gapAt.AddSeconds(1), "three")], true));

        Assert.Equal(["one", "two", "three", "four"], Of(scene, "#dev").Entries.TakeLast(4).Select(entry => entry.Text));
        Assert.Equal(4, Of(scene, "#dev").Unread);
    }

    [Fact]
    public void Another_client_that_has_read_on_says_what_is_new_here()
    {
        var scene = Room().Say("#dev", "alice", "one").Say("#dev", "alice", "two");
        var readUpTo = scene.Now;
        scene.Say("#dev", "alice", "three");

        scene.Happens(new ReadMarkerMoved(scene.Now, "#dev", readUpTo));

        Assert.Equal(1, Of(scene, "#dev").Unread);
        Assert.Equal("two", Of(scene, "#dev").Entries.Single(entry => entry.Id == Of(scene, "#dev").SeenUpTo).Text);
    }

    [Fact]
    public void A_room_that_was_left_is_closed_and_one_we_were_kicked_from_is_not()
    {
        var scene = Room();

        scene.Happens(new Kicked(scene.Now, "#lobby", Scene.User("alice"), "pip", "out", IsSelf: true));
        Assert.False(Of(scene, "#lobby").IsJoined);
        Assert.Contains("alice kicked you from #lobby (out)", Of(scene, "#lobby").Entries[^1].Text, StringComparison.Ordinal);

        scene.Happens(new Parted(scene.Now, "#lobby", Scene.User("pip"), string.Empty, IsSelf: true));
        Assert.Equal(-1, scene.State.IndexOf("#lobby"));
    }

    [Fact]
    public void Who_is_here_and_what_it_is_about_is_told()
    {
        var scene = Room();

        scene.Happens(
            new TopicShown(scene.Now, "#lobby", "tea"),
            new NamesListed(scene.Now, "#lobby", ["@alice", "pip"]),
            new NamesListed(scene.Now, "#dev", [.. Enumerable.Range(1, 100).Select(number => $"user{number}")]));

        Assert.Equal(
            ["The topic is: tea", "2 people are here: @alice pip"],
            Of(scene, "#lobby").Entries.TakeLast(2).Select(entry => entry.Text));
        Assert.EndsWith("user60 and 40 more", Of(scene, "#dev").Entries[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_lost_connection_is_told_everywhere_and_in_the_status_line()
    {
        var scene = Room();

        scene.Happens(new Disconnected(scene.Now, "reset by peer", TimeSpan.FromSeconds(5)));

        Assert.All(scene.State.Conversations, one => Assert.Contains("reset by peer", one.Entries[^1].Text, StringComparison.Ordinal));
        Assert.Contains("offline, next try in 5 s", scene.Draw().ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_private_conversation_follows_the_other_to_his_new_nick()
    {
        var scene = Room().Say("zoe", "zoe", "hello");

        scene.Happens(new Renamed(scene.Now, "zoe", "zoe_", false));

        Assert.Equal(-1, scene.State.IndexOf("zoe"));
        Assert.Equal("hello", Of(scene, "zoe_").Entries[0].Text);
    }

    [Fact]
    public void What_is_kept_is_bounded()
    {
        var scene = Room();
        for (var i = 0; i < Conversation.MostEntries + 500; i++)
            scene.Say("#dev", "alice", $"{i}");

        Assert.InRange(Of(scene, "#dev").Entries.Count, Conversation.MostEntries / 2, Conversation.MostEntries);
        Assert.Equal($"{Conversation.MostEntries + 499}", Of(scene, "#dev").Entries[^1].Text);
    }

    private static Said Past(DateTimeOffset time, string text) =>
        new(time, "#dev", Scene.User("alice"), MessageKind.Message, text, false) { MessageId = $"past-{text}" };
}
