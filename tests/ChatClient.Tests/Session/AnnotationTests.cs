using ChatClient.Session;
using ChatServer.Protocol;

namespace ChatClient.Tests.Session;

public sealed class AnnotationTests
{
    [Fact]
    public void A_reply_names_the_message_that_it_answers_in_both_spellings()
    {
        var transcript = ModernServer.InLobby()
            .Do(session => session.Say("#lobby", "yes", replyTo: "m1"))
            .Play("> @+reply=m1;+draft/reply=m1;label=1 PRIVMSG #lobby yes");

        Assert.Equal("m1", transcript.Single<Pending>().ReplyTo);
    }

    [Theory]
    [InlineData("+reply")]
    [InlineData("+draft/reply")]
    public void A_reply_of_others_is_told(string tag)
    {
        var said = ModernServer.InLobby().Play($"< @msgid=m2;{tag}=m1;account=al :alice!al@h PRIVMSG #lobby :yes").Single<Said>();

        Assert.Equal(("m2", "m1", "al"), (said.MessageId, said.ReplyTo, said.Account));
    }

    [Theory]
    [InlineData("+draft/react", false)]
    [InlineData("+draft/unreact", true)]
    public void Reactions_come_and_go(string tag, bool isRemoval)
    {
        var reacted = ModernServer.InLobby().Play($"< @msgid=m2;+reply=m1;{tag}=👋 :alice!al@h TAGMSG #lobby").Single<Reacted>();

        Assert.Equal(("#lobby", "alice", "m1", "👋", isRemoval),
            (reacted.Conversation, reacted.From.Nick, reacted.MessageId, reacted.Reaction, reacted.IsRemoval));
    }

    [Fact]
    public void Without_message_tags_nothing_of_the_kind_is_sent()
    {
        var transcript = new Transcript().Play(RecordedTraffic.Ngircd)
            .Do(session => session.React("#lobby", "m1", "👋"))
            .Do(session => session.Typing("#lobby", TypingState.Active))
            .Do(session => session.Redact("#lobby", "m1"))
            .Do(session => session.MarkRead("#lobby", DateTimeOffset.UnixEpoch))
            .Do(session => session.Say("#lobby", "yes", replyTo: "m1"));

        transcript.Play("> PRIVMSG #lobby yes");
    }

    [Fact]
    public void A_redaction_names_the_message_that_is_taken_back()
    {
        var transcript = ModernServer.InLobby()
            .Do(session => session.Redact("#lobby", "m1", "a typo"))
            .Play("> REDACT #lobby m1 :a typo\n< :pip!pip@h REDACT #lobby m1 :a typo");

        var redacted = transcript.Single<Redacted>();
        Assert.Equal(("#lobby", "pip", "m1", "a typo"), (redacted.Conversation, redacted.By.Nick, redacted.MessageId, redacted.Reason));
    }

    [Fact]
    public void A_read_marker_moves_forward_only()
    {
        var later = new DateTimeOffset(2026, 11, 21, 9, 30, 0, TimeSpan.Zero);
        var transcript = ModernServer.InLobby()
            .Do(session => session.MarkRead("#lobby", later))
            .Play("> MARKREAD #lobby timestamp=2026-11-21T09:30:00.000Z\n< :s MARKREAD #lobby timestamp=2026-11-21T09:31:00.000Z");

        Assert.Equal(later.AddMinutes(1), transcript.Single<ReadMarkerMoved>().ReadUpTo);
        transcript.Do(session => session.MarkRead("#LOBBY", later)).Play(string.Empty);
        Assert.Equal(later.AddMinutes(1), transcript.Session.ReadMarkerOf("#Lobby"));
    }

    [Fact]
    public void A_conversation_that_was_never_read_has_no_marker() =>
        Assert.Null(ModernServer.InLobby().Play("< :s MARKREAD alice *").Single<ReadMarkerMoved>().ReadUpTo);

    [Fact]
    public void Typing_of_others_ends_with_what_they_say()
    {
        var transcript = ModernServer.InLobby().Play("""
            < @+typing=active :alice!al@h TAGMSG #lobby
            < @+typing=active :alice!al@h TAGMSG #lobby
            < @+typing=paused :alice!al@h TAGMSG #lobby
            < :alice!al@h PRIVMSG #lobby :hi
            """);

        Assert.Equal(
            [TypingState.Active, TypingState.Paused, TypingState.Done],
            transcript.TakeEvents().OfType<TypingChanged>().Select(typing => typing.State));
    }

    [Fact]
    public void Typing_in_private_belongs_to_the_other_party() =>
        Assert.Equal("alice", ModernServer.InLobby().Play("< @+typing=active :alice!al@h TAGMSG pip").Single<TypingChanged>().Conversation);

    [Fact]
    public void Typing_that_is_not_confirmed_ends_after_six_seconds()
    {
        var transcript = ModernServer.InLobby().Play("< @+typing=active :alice!al@h TAGMSG #lobby");
        transcript.TakeEvents();
        transcript.Clock.Advance(TimeSpan.FromSeconds(6));

        Assert.Equal(TypingState.Done, transcript.Do(session => session.Tick()).Single<TypingChanged>().State);
    }

    [Fact]
    public void Our_own_typing_is_told_every_three_seconds_and_once_when_it_ends()
    {
        var transcript = ModernServer.InLobby()
            .Do(session => session.Typing("#lobby", TypingState.Active))
            .Do(session => session.Typing("#lobby", TypingState.Active))
            .Play("> @+typing=active TAGMSG #lobby");
        transcript.Clock.Advance(TimeSpan.FromSeconds(3));
        transcript.Do(session => session.Typing("#lobby", TypingState.Active)).Play("> @+typing=active TAGMSG #lobby");
        transcript.Clock.Advance(TimeSpan.FromSeconds(3));

        transcript
            .Do(session => session.Typing("#lobby", TypingState.Done))
            .Do(session => session.Typing("#lobby", TypingState.Done))
            .Play("> @+typing=done TAGMSG #lobby");
    }

    [Fact]
    public void Text_of_several_lines_goes_as_one_message()
    {
        var transcript = ModernServer.InLobby().Do(session => session.Say("#lobby", "one\n\nthree", replyTo: "m1")).Play("""
            > @+reply=m1;+draft/reply=m1;label=1 BATCH +m1 draft/multiline #lobby
            > @batch=m1 PRIVMSG #lobby one
            > @batch=m1 PRIVMSG #lobby :
            > @batch=m1 PRIVMSG #lobby three
            > BATCH -m1
            """);
        Assert.Equal("one\n\nthree", transcript.Single<Pending>().Text);

        transcript.Play("""
            < @label=1;msgid=m2 :pip!pip@h BATCH +7 draft/multiline #lobby
            < @batch=7 :pip!pip@h PRIVMSG #lobby :one
            < @batch=7 :pip!pip@h PRIVMSG #lobby :
            < @batch=7 :pip!pip@h PRIVMSG #lobby :three
            < :s BATCH -7
            """);

        var said = transcript.Single<Said>();
        Assert.Equal(("one\n\nthree", "1", "m2"), (said.Text, said.Label, said.MessageId));
    }

    [Fact]
    public void Text_of_more_lines_than_the_server_takes_goes_line_by_line() =>
        ModernServer.InLobby().Do(session => session.Say("#lobby", "1\n2\n3\n4\n5")).Play("""
            > @label=1 PRIVMSG #lobby 1
            > @label=2 PRIVMSG #lobby 2
            > @label=3 PRIVMSG #lobby 3
            > @label=4 PRIVMSG #lobby 4
            > PING chat-0
            """);

    [Fact]
    public void Parts_of_a_long_line_are_put_together_again()
    {
        var transcript = ModernServer.InLobby().Play("< @msgid=m2 :alice!al@h BATCH +7 draft/multiline #lobby");
        transcript.Do(session => session.Receive(IrcMessage.Parse("@batch=7 :alice!al@h PRIVMSG #lobby :how is ")));

        transcript.Play("< @batch=7;draft/multiline-concat :alice!al@h PRIVMSG #lobby :everyone?\n< :s BATCH -7");

        Assert.Equal("how is everyone?", transcript.Single<Said>().Text);
    }
}
