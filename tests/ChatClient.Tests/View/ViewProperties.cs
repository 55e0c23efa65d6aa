using ChatClient.Session;
using ChatClient.Terminal;
using ChatClient.Tests.Screen;
using ChatClient.View.Keys;

namespace ChatClient.Tests.View;

public sealed class ViewProperties
{
    private static readonly string[] Keys =
        [
            .. KeyTable.All.SelectMany(binding => binding.Actions).Select(action => action.Key.ToString()),
            "Escape", "Up", "Down", "y", "e", "r", "1",
        ];

    private static readonly string[] Texts =
        ["hello pip", "漢字 and 😀", "👩‍👩‍👧‍👦", "\u000304,02colour\u0002bold", "\e[2J\u0007", "e\u0301\u0301\u0301", "שלום \u202eעולם", "",
            " ", "one\ntwo",
            "a line that is long enough to be broken into several rows whatever the width of the terminal is, and then some more of it"];

    private static readonly string[] Rooms = ["#lobby", "#dev", "zoe", "ünïcödé", "漢字漢字漢字漢字漢字漢字漢字"];

    [Fact]
    public void Whatever_happens_and_is_pressed_the_screen_can_be_drawn()
    {
        for (var seed = 1; seed <= 40; seed++)
        {
            var random = new Random(seed);
            var scene = new Scene().Join("#lobby", "@alice", "bob").Join("#dev", "carol");
            for (var step = 0; step < 150; step++)
            {
                Happen(scene, random);
                var frame = scene.Draw();
                Assert.True(IsWhole(frame), $"seed {seed}, step {step}");
            }
        }
    }

    private static void Happen(Scene scene, Random random)
    {
        var room = Pick(Rooms, random);
        var nick = Pick(["alice", "bob", "pip", "漢字", "x"], random);
        var text = Pick(Texts, random);
        var who = Scene.User(nick);
        switch (random.Next(16))
        {
            case < 5:
                scene.Input(new KeyPressed(Key.Parse(Pick(Keys, random))));
                break;
            case 5:
                scene.Type(text.Replace('\e', 'x').Replace('\n', ' '));
                break;
            case 6:
                scene.Input(random.Next(2) == 0 ? new Pasted(text) : new FocusChanged(random.Next(2) == 0));
                break;
            case 7:
                scene.With(state => state with { Width = random.Next(1, 130), Height = random.Next(1, 40) });
                break;
            case 8:
                scene.Happens(new Joined(scene.Now, room, who, nick == "pip"), new Renamed(scene.Now, nick, nick + "_", nick == "pip"));
                break;
            case 9:
                scene.Happens(new Parted(scene.Now, room, who, text, nick == "pip"), new TopicChanged(scene.Now, room, who, text));
                break;
            case 10:
                scene.Happens(
                    new Reacted(scene.Now, room, who, $"m{random.Next(1, 20)}", text, false, false),
                    new Redacted(scene.Now, room, who, $"m{random.Next(1, 20)}", text));
                break;
            case 11:
                scene.Happens(History(scene, room, random));
                break;
            case 12:
                scene.Happens(
                    new Pending(scene.Now, room, "l", MessageKind.Message, text, "m1"),
                    new Refused(scene.Now, room, text, text) { Label = "l" });
                break;
            default:
                scene.Say(room, nick, text, said => said with { ReplyTo = random.Next(3) == 0 ? $"m{random.Next(1, 20)}" : null });
                break;
        }
    }

    private static HistoryReceived History(Scene scene, string room, Random random)
    {
        var start = scene.Now.AddMinutes(-random.Next(2000));
        var entries = Enumerable.Range(0, random.Next(30)).Select(SessionEvent (number) => number % 5 == 0
            ? new Departed(start.AddSeconds(number), Scene.User("bob"), Pick(Texts, random), [room])
            : new Said(start.AddSeconds(number), room, Scene.User("alice"), MessageKind.Action, Pick(Texts, random), false));
        return new HistoryReceived(scene.Now, room, (HistorySpan)random.Next(3), [.. entries], random.Next(2) == 0);
    }

    // Every row must be as wide as the screen, and every cell must be safe to print.
    private static bool IsWhole(Frame frame)
    {
        for (var row = 0; row < frame.Height; row++)
        {
            if (CellText.Width(frame.Row(row)) != frame.Width || frame.Row(row).ToArray().Any(cell => cell.Text.Any(char.IsControl)))
                return false;
        }

        return frame.Cursor is not var (cursorRow, cursorColumn) || (cursorRow < frame.Height && cursorColumn < frame.Width);
    }

    private static T Pick<T>(T[] choices, Random random) => choices[random.Next(choices.Length)];
}
