using ChatClient.Screen;
using ChatClient.Session;
using ChatClient.Themes;

namespace ChatClient.Tests.Screen;

public sealed class ScreenDrawingTests
{
    [Theory]
    [InlineData(80, 24)]
    [InlineData(200, 50)]
    [InlineData(40, 10)]
    public void A_lively_room(int width, int height) => Frames.Verify($"lively-{width}x{height}", Lively(width, height).Draw());

    [Fact]
    public void No_size_is_too_small()
    {
        var scene = Lively(80, 24).Type("some text");
        for (var width = 1; width < 120; width += 3)
        {
            for (var height = 1; height < 30; height++)
            {
                var frame = ScreenDrawing.Draw(scene.State with { Width = width, Height = height });
                Assert.Equal((width, height), (frame.Width, frame.Height));
                Assert.True(frame.Cursor is not var (row, column) || (row < height && column < width));
            }
        }
    }

    [Fact]
    public void Every_row_is_as_wide_as_the_screen_whatever_is_said()
    {
        foreach (var width in new[] { 40, 80, 120 })
        {
            var frame = Lively(width, 24).Draw();
            for (var row = 0; row < frame.Height; row++)
                Assert.Equal(width, ChatClient.Terminal.CellText.Width(frame.Row(row)));
        }
    }

    [Fact]
    public void Without_colours_there_are_none()
    {
        var frame = Lively(120, 24).With(state => state with { Theme = BuiltInThemes.None }).Draw();
        for (var row = 0; row < frame.Height; row++)
            Assert.All(frame.Row(row).ToArray(), cell => Assert.True(cell.Style.Foreground.IsDefault && cell.Style.Background.IsDefault));
    }

    [Fact]
    public void A_search_in_the_past() =>
        Frames.Verify("search", Lively(80, 24).With(state => state with { Height = 12 }).Press("Ctrl+F").Type("morning").Draw());

    [Fact]
    public void What_is_new_stands_below_a_line()
    {
        var scene = Lively(80, 24).Press("Alt+1").Say("#lobby", "alice", "while you were away").Press("Alt+2");

        Frames.Verify("new", scene.With(state => state with { Height = 12 }).Draw());
    }

    [Fact]
    public void A_question_takes_the_place_of_the_input() =>
        Frames.Verify("question", Lively(60, 8).Input(new ChatClient.Terminal.Pasted("one\ntwo")).Draw());

    [Fact]
    public void A_message_that_was_refused_and_one_that_was_taken_back()
    {
        var scene = Lively(80, 12);
        scene.Happens(
            new Refused(scene.Now, "#lobby", "You may not speak here", "not there yet") { Label = "l1" },
            new Redacted(scene.Now, "#lobby", Scene.User("carol"), "m4", string.Empty));

        Frames.Verify("refused", scene.Draw());
    }

    [Fact]
    public void A_connection_that_is_lost()
    {
        var scene = Lively(80, 10);
        scene.Happens(new Disconnected(scene.Now, "reset by peer", TimeSpan.FromSeconds(7)));

        Frames.Verify("offline", scene.Draw());
    }

    private static Scene Lively(int width, int height)
    {
        var scene = new Scene(width, height).Join("#lobby", "@alice", "+bob", "carol", "dave", "李雷").Join("#dev", "@erin");
        scene.Happens(
            new TopicShown(scene.Now, "#lobby", "One mailbox at a time · https://example.org"),
            new ModesChanged(scene.Now, "#lobby", Scene.User("alice"), "+v bob"),
            new LagMeasured(scene.Now, TimeSpan.FromMilliseconds(12)));
        return scene
            .Say("#lobby", "alice", "good morning, everybody")
            .Say("#lobby", "bob", "hello \u0002alice\u0002, is the \u000304red\u0003 build \u001dstill\u001d red? I have looked at it for "
                + "an hour and found nothing that would explain it")
            .Happens(
                new Joined(scene.Now, "#lobby", Scene.User("frank"), false), new Joined(scene.Now, "#lobby", Scene.User("grace"), false),
                new Departed(scene.Now, Scene.User("heidi"), "Ping timeout", ["#lobby"]),
                new Renamed(scene.Now, "frank", "franky", false), new Joined(scene.Now, "#lobby", Scene.User("ivan"), false))
            .Say("#lobby", "李雷", "早上好 👩‍👩‍👧‍👦 and e\u0301 and שלום עולם", said => said with { ReplyTo = "m1" })
            .Say("#lobby", "carol", "pip: can you look?")
            .Happens(new Reacted(scene.Now, "#lobby", Scene.User("bob"), "m3", "👍", false, false))
            .Say("#lobby", "dave", "waves", said => said with { Kind = MessageKind.Action })
            .Say("#lobby", "pip", "on my way")
            .Say("#dev", "erin", "the fix is in").Say("#dev", "erin", "pip: review?")
            .Say("zoe", "zoe", "are you there?")
            .Happens(
                new Pending(scene.Now, "#lobby", "l1", MessageKind.Message, "not there yet", null),
                new TypingChanged(scene.Now, "#lobby", "alice", TypingState.Active))
            .Type("and a half-typed line");
    }
}
