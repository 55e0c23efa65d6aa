using ChatClient.Session;
using ChatClient.Terminal;
using ChatClient.Tests.Screen;
using ChatClient.View;
using ChatClient.View.Keys;

namespace ChatClient.Tests.View;

public sealed class KeyTests
{
    private static Scene Rooms() => new Scene().Join("#one", "alice").Join("#two", "bob").Join("#three", "carol");

    private static Scene Full(int messages = 100)
    {
        var scene = new Scene().Join("#lobby", "alice");
        for (var i = 0; i < messages; i++)
            scene.Say("#lobby", "alice", $"message {i}");
        return scene;
    }

    [Fact]
    public void Every_key_of_the_table_does_something_to_some_view()
    {
        foreach (var (key, run) in KeyTable.All.SelectMany(binding => binding.Actions))
        {
            var scene = Rooms().Say("#two", "bob", "hello").Say("#one", "alice", "hello").Press("Alt+1").Press("Alt+2").Type("one two")
                .Press("Enter").Type("x y a").Press("Enter").Type("x y a").Press("Left").Press("Right");
            scene.With(state => state with { History = state.History.Older("x")!.Value.History });
            var step = run(scene.State);

            // Some keys need a conversation of their own to show their effect.
            var isElsewhere = key.Name is KeyName.PageUp or KeyName.PageDown
                || key.ToString() is "Ctrl+Home" or "Alt+<" or "Ctrl+End" or "Alt+>" or "Alt+Down" or "Ctrl+Y" or "Alt+2"
                    or ['A', 'l', 't', '+', >= '5', ..];
            Assert.True(isElsewhere || step.State != scene.State || !step.Effects.IsEmpty, $"{key} does nothing");
        }
    }

    [Theory]
    [InlineData("Alt+3", "#two")]
    [InlineData("Alt+9", "#one")]
    [InlineData("Ctrl+N", "#two")]
    [InlineData("Ctrl+P", "irc.example.org")]
    [InlineData("Ctrl+P Ctrl+P", "#three")]
    [InlineData("Alt+4 Alt+3 Alt+Z", "#three")]
    public void Keys_switch_between_conversations(string keys, string shown)
    {
        var scene = Rooms().With(state => state.With(0, state.Conversations[0] with { Name = "irc.example.org" })).Press(keys);
        Assert.Equal(shown, scene.State.Current.Name);
    }

    [Fact]
    public void Alt_A_goes_where_we_are_called_and_then_where_something_is_new()
    {
        var scene = Rooms().Say("#two", "bob", "hello").Say("#three", "carol", "pip!");

        Assert.Equal("#three", scene.Press("Alt+A").State.Current.Name);
        Assert.Equal("#two", scene.Press("Alt+A").State.Current.Name);
        Assert.Equal("#two", scene.Press("Alt+A").State.Current.Name);
    }

    [Fact]
    public void Each_conversation_keeps_what_was_being_typed_in_it()
    {
        var scene = Rooms().Type("half a li").Press("Ctrl+N").Type("other").Press("Ctrl+P");

        Assert.Equal("half a li", scene.State.Current.Draft.Text);
    }

    [Fact]
    public void Enter_sends_and_Up_brings_it_back()
    {
        var scene = Rooms().Type("hello there").Press("Enter");

        Assert.Equal([new Submit("hello there", null)], scene.Effects);
        Assert.True(scene.State.Current.Draft.IsEmpty);
        Assert.Equal("hello there", scene.Press("Up").State.Current.Draft.Text);
    }

    [Fact]
    public void Tab_completes_those_who_spoke_last_first()
    {
        var scene = new Scene().Join("#lobby", "alan", "albert", "alice").Say("#lobby", "alan", "x").Say("#lobby", "alice", "y");

        Assert.Equal("alice: ", scene.Type("al").Press("Tab").State.Current.Draft.Text);
        Assert.Equal("alan: ", scene.Press("Tab").State.Current.Draft.Text);
        Assert.Equal("albert: ", scene.Press("Tab").State.Current.Draft.Text);
        Assert.Equal("albert: and a", scene.Type("and a").State.Current.Draft.Text);
        Assert.Equal("albert: and alice ", scene.Press("Tab").State.Current.Draft.Text);
    }

    [Fact]
    public void Tab_never_offers_ourselves() =>
        Assert.Equal("pi", new Scene().Join("#lobby", "alice").Type("pi").Press("Tab").State.Current.Draft.Text);

    [Fact]
    public void Paging_up_and_down_comes_back_to_the_end()
    {
        var scene = Full();
        var before = scene.Draw().ToString();

        scene.Press("PageUp PageUp");
        Assert.DoesNotContain("message 99\n", scene.Draw().ToString(), StringComparison.Ordinal);
        Assert.Contains("more", scene.Draw().ToString(), StringComparison.Ordinal);

        scene.Press("PageDown PageDown PageDown");
        Assert.Null(scene.State.Current.Scroll);
        Assert.Equal(before, scene.Draw().ToString());
    }

    [Fact]
    public void What_is_read_stays_where_it_is_while_others_talk()
    {
        var scene = Full().Press("PageUp PageUp");
        var before = Rows(scene);

        scene.Say("#lobby", "alice", "new").Say("#lobby", "alice", "newer");

        Assert.Equal(before, Rows(scene));
    }

    [Fact]
    public void Older_history_comes_without_a_seam()
    {
        var scene = Full(60).Press("PageUp PageUp PageUp PageUp PageUp");
        Assert.Equal([new LoadOlder("#lobby")], scene.Effects.OfType<LoadOlder>());
        Assert.Equal(OlderHistory.Loading, scene.State.Current.Older);
        var top = Rows(scene);

        var oldest = scene.State.Current.Entries[0].Time;
        var past = Enumerable.Range(0, 100).Select(number => (SessionEvent)new Said(
            oldest.AddMinutes(number - 101), "#lobby", Scene.User("alice"), MessageKind.Message, $"past {number}", false));
        scene.Happens(new HistoryReceived(scene.Now, "#lobby", HistorySpan.Before, [.. past], IsComplete: false));

        Assert.Equal(BelowTheDay(top), BelowTheDay(Rows(scene)));
        Assert.Equal(OlderHistory.Unknown, scene.State.Current.Older);
        Assert.Contains("past 99", scene.Press("PageUp").Draw().ToString(), StringComparison.Ordinal);
        Assert.Contains("past 0\n", scene.Press("Ctrl+Home").Draw().ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void At_the_beginning_of_all_history_the_server_is_not_asked_again()
    {
        var scene = Full(60).Press("Ctrl+Home");
        scene.Happens(new HistoryReceived(scene.Now, "#lobby", HistorySpan.Before, [], IsComplete: true));

        scene.Press("PageUp PageUp");

        Assert.Single(scene.Effects.OfType<LoadOlder>());
    }

    [Fact]
    public void A_search_finds_the_newest_and_goes_on_to_older_ones()
    {
        var scene = Full().Press("Ctrl+F").Type("MESSAGE 3");
        Assert.Equal("message 39", Found(scene));

        Assert.Equal("message 38", Found(scene.Press("Enter")));
        Assert.Equal("message 39", Found(scene.Press("Down")));
        Assert.Contains("message 39", scene.Draw().ToString(), StringComparison.Ordinal);
        Assert.True(scene.Press("Down").State.Search!.IsInVain);

        scene.Press("Escape");
        Assert.Null(scene.State.Search);
        Assert.Contains("message 39", scene.Draw().ToString(), StringComparison.Ordinal);
        Assert.Null(scene.Press("Escape").State.Current.Scroll);
    }

    [Theory]
    [InlineData("Enter", true, "")]
    [InlineData("e", false, "one\ntwo")]
    [InlineData("Escape", false, "")]
    public void Several_pasted_lines_are_asked_about(string key, bool isSent, string draft)
    {
        var scene = Rooms().Input(new Pasted("one\ntwo\n"));
        Assert.Contains("Send 2 lines?", scene.Draw().ToString(), StringComparison.Ordinal);
        Assert.Empty(scene.Effects);

        scene.Press(key);

        Assert.Equal(isSent ? ["one\ntwo"] : [], scene.Effects.OfType<Submit>().Select(submit => submit.Text));
        Assert.Equal(draft, scene.State.Current.Draft.Text);
    }

    [Fact]
    public void One_pasted_line_goes_into_the_line() =>
        Assert.Equal("see this", Rooms().Type("see ").Input(new Pasted("this\n")).State.Current.Draft.Text);

    [Fact]
    public void A_chosen_message_can_be_answered()
    {
        var scene = Full(5).Press("Alt+Up").Press("Alt+Up").Press("r").Type("indeed");
        Assert.Contains("↳ alice: indeed", scene.Draw().ToString(), StringComparison.Ordinal);

        scene.Press("Enter");

        Assert.Equal([new Submit("indeed", "m4")], scene.Effects);
        Assert.Null(scene.State.Current.ReplyTo);
    }

    [Fact]
    public void A_chosen_message_can_be_reacted_to_and_taken_back()
    {
        var scene = Full(5).Press("Alt+Up").Input(new KeyPressed(Key.Character("+"))).Press("1");
        scene.Press("Alt+Up").Input(new KeyPressed(Key.Character("+"))).Type("meh").Press("Enter");
        scene.Press("Alt+Up Delete");

        Assert.Equal([new React("m5", "👍"), new React("m5", "meh"), new TakeBack("m5")], scene.Effects);
    }

    [Fact]
    public void Ctrl_C_clears_the_line_first_and_asks_before_it_quits()
    {
        var scene = Rooms().Type("text").Press("Ctrl+C");
        Assert.True(scene.State.Current.Draft.IsEmpty);

        Assert.Contains("Quit?", scene.Press("Ctrl+C").Draw().ToString(), StringComparison.Ordinal);
        Assert.Null(scene.Press("n").State.Question);
        Assert.Empty(scene.Effects);

        Assert.Equal([new Leave()], scene.Press("Ctrl+C Ctrl+C").Effects);
    }

    [Fact]
    public void A_doubtful_certificate_has_to_be_answered_for()
    {
        var scene = new Scene();
        scene.Happens(new CertificateDoubted(scene.Now, "irc.example.org:6697", "AB:CD", "self-signed", null));
        scene.Press("x Enter");
        Assert.Empty(scene.Effects);

        Assert.Equal([new AnswerCertificate("irc.example.org:6697", "AB:CD", true)], scene.Press("y").Effects);
        Assert.Null(scene.State.Question);
    }

    [Fact]
    public void Formatting_is_typed_as_marks_and_shown_as_looks()
    {
        var scene = Rooms().Type("so ").Press("Ctrl+B").Type("bold");

        Assert.Equal("so \u0002bold", scene.State.Current.Draft.Text);
        Assert.Contains("so Bbold", scene.Draw().ToString(), StringComparison.Ordinal);
    }

    private static string Found(Scene scene) => scene.State.Current.Entries.Single(entry => entry.Id == scene.State.Search!.FoundId).Text;

    // The first row is left out: the date in it moves when older messages are loaded.
    private static string BelowTheDay(string rows) => rows[rows.IndexOf('\n', StringComparison.Ordinal)..];

    private static string Rows(Scene scene) => string.Join('\n', scene.Draw().ToString().Split('\n')[1..^3]);
}
