using ChatClient.Session;

namespace ChatClient.Tests.Session;

public sealed class RegistrationTests
{
    private const string FirstLines = """
        > CAP LS 302
        > NICK pip
        > USER pip 0 * pip
        """;

    [Theory]
    [InlineData(RecordedTraffic.Ngircd, "irc.ngircd.test", "ascii", 1)]
    [InlineData(RecordedTraffic.Inspircd, "TestNet", "rfc1459", 14)]
    [InlineData(RecordedTraffic.Ergo, "ErgoTest", "ascii", 18)]
    public void A_greeting_as_servers_send_it_makes_the_session_ready(string traffic, string network, string mapping, int capabilities)
    {
        var transcript = new Transcript().Play(traffic);

        Assert.Equal(SessionPhase.Ready, transcript.Session.Phase);
        Assert.Equal(mapping, transcript.Session.Features.CaseMapping.Name);
        Assert.Equal(capabilities, transcript.Session.Capabilities.Count);
        Assert.Equal(("pip", network), (transcript.Single<Registered>() is var e ? (e.Nick, e.Network) : default));
    }

    [Fact]
    public void A_server_that_knows_no_capabilities_is_good_enough()
    {
        var transcript = new Transcript().Play(FirstLines + "\n" + """
            < :old.test 421 * CAP :Unknown command
            < PING :a1b2
            > PONG a1b2
            < :old.test 001 pip :Welcome
            < :old.test 376 pip :End of /MOTD command.
            """);

        Assert.Equal(SessionPhase.Ready, transcript.Session.Phase);
        Assert.Empty(transcript.TakeEvents().OfType<Refused>());
    }

    [Fact]
    public void The_server_has_the_last_word_on_the_nick()
    {
        var transcript = new Transcript("averylongnickname").Play("""
            > CAP LS 302
            > NICK averylongnickname
            > USER averylong 0 * averylongnickname
            < :s 001 averylong :Welcome
            < :s 422 averylong :No MOTD
            """);

        Assert.Equal("averylong", transcript.Session.Nick);
    }

    [Fact]
    public void A_nick_in_use_leads_to_the_next_one()
    {
        var transcript = new Transcript().Play(FirstLines + "\n" + """
            < :irc.ngircd.test 433 * pip :Nickname already in use
            > NICK pip_
            < :irc.ngircd.test 433 * pip_ :Nickname already in use
            > NICK pip__
            < :irc.ngircd.test 001 pip__ :Welcome
            < :irc.ngircd.test 422 pip__ :No MOTD
            """);

        Assert.Equal("pip__", transcript.Session.Nick);
        Assert.Equal([("pip", "pip_"), ("pip_", "pip__")], transcript.TakeEvents().OfType<NickTaken>().Select(e => (e.Nick, e.Next)));
    }

    [Fact]
    public void A_nick_in_use_of_full_length_is_shortened_when_the_longer_one_is_not_accepted()
    {
        new Transcript("ninechars").Play("""
            > CAP LS 302
            > NICK ninechars
            > USER ninechars 0 * ninechars
            < :s 433 * ninechars :Nickname already in use
            > NICK ninechars_
            < :s 432 * ninechars_ :Nickname too long, max. 9 characters
            > NICK ninechar_
            < :s 433 * ninechar_ :Nickname already in use
            > NICK ninecha__
            """);
    }

    [Fact]
    public void An_alternate_that_is_not_accepted_leads_to_the_next_one()
    {
        new Transcript(new SessionSettings("pip", "pip", null) { OtherNicks = ["1pip", "pipkin"] }).Play(FirstLines + "\n" + """
            < :s 433 * pip :Nickname already in use
            > NICK 1pip
            < :s 432 * 1pip :Erroneous nickname
            > NICK pipkin
            < :s 432 * pipkin :Nickname too long, max. 5 characters
            > NICK pip_
            """);
    }

    [Fact]
    public void When_all_nicks_are_in_use_the_session_is_over()
    {
        var transcript = new Transcript().Play(FirstLines + "\n" + """
            < :s 433 * pip :Nickname is already in use.
            > NICK pip_
            < :s 433 * pip_ :Nickname is already in use.
            > NICK pip__
            < :s 433 * pip__ :Nickname is already in use.
            > NICK pip___
            < :s 433 * pip___ :Nickname is already in use.
            > NICK pip____
            < :s 433 * pip____ :Nickname is already in use.
            > NICK pip_____
            < :s 433 * pip_____ :Nickname is already in use.
            > QUIT
            """);

        Assert.Equal(SessionPhase.Over, transcript.Session.Phase);
        Assert.Equal("pip_____: Nickname is already in use.", transcript.Single<RegistrationRefused>().Reason);
    }

    [Theory]
    [InlineData("< :s 432 * pip :Erroneous nickname\n> QUIT", "pip: Erroneous nickname")]
    [InlineData("< :s 464 pip :Password incorrect\n> QUIT", "Password incorrect")]
    [InlineData("< :s 465 pip :You are banned from this server\n> QUIT", "You are banned from this server")]
    [InlineData("< ERROR :Closing link: (pip@127.0.0.1) [K-lined]", "Closing link: (pip@127.0.0.1) [K-lined]")]
    public void A_refusal_ends_the_session_with_the_reason(string traffic, string reason)
    {
        var transcript = new Transcript().Play(FirstLines + "\n" + traffic);

        Assert.Equal(SessionPhase.Over, transcript.Session.Phase);
        Assert.Equal(reason, transcript.Single<RegistrationRefused>().Reason);
    }

    [Fact]
    public void The_password_goes_before_nick_and_user() =>
        new Transcript(password: "two words").Play("""
            > CAP LS 302
            > PASS :two words
            > NICK pip
            > USER pip 0 * pip
            """);

    [Fact]
    public void Capabilities_refused_together_are_asked_for_one_by_one()
    {
        var transcript = new Transcript().Play(FirstLines + "\n" + """
            < :s CAP * LS :echo-message labeled-response
            > CAP REQ :echo-message labeled-response
            < :s CAP * NAK :echo-message labeled-response
            > CAP REQ echo-message
            > CAP REQ labeled-response
            < :s CAP * ACK :echo-message
            < :s CAP * NAK :labeled-response
            > CAP END
            """);

        Assert.Equal(["echo-message"], transcript.Session.Capabilities);
    }

    [Fact]
    public void Capabilities_come_and_go_later_too()
    {
        var transcript = new Transcript().Play(RecordedTraffic.Ngircd).Play("""
            < :s CAP pip NEW :echo-message sts=port=6697
            > CAP REQ echo-message
            < :s CAP pip ACK :echo-message
            """);
        Assert.Contains("echo-message", transcript.Session.Capabilities);

        transcript.Play("< :s CAP pip DEL :echo-message");
        Assert.DoesNotContain("echo-message", transcript.Session.Capabilities);
    }

    [Fact]
    public void A_server_that_never_welcomes_is_given_up()
    {
        var transcript = new Transcript().Play(FirstLines);
        transcript.Clock.Advance(TimeSpan.FromSeconds(59));
        transcript.Do(session => session.Tick());
        Assert.Equal(SessionPhase.Registering, transcript.Session.Phase);

        transcript.Clock.Advance(TimeSpan.FromSeconds(2));
        transcript.Do(session => session.Tick());
        Assert.Equal(SessionPhase.Over, transcript.Session.Phase);
        Assert.Equal(TimeSpan.FromSeconds(61), transcript.Single<Unresponsive>().Silence);
    }
}
