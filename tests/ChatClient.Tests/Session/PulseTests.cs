using ChatClient.Session;

namespace ChatClient.Tests.Session;

public sealed class PulseTests
{
    private static Transcript Ready()
    {
        var transcript = new Transcript().Play(RecordedTraffic.Ngircd);
        transcript.TakeEvents();
        return transcript;
    }

    private static Transcript Wait(Transcript transcript, int seconds)
    {
        transcript.Clock.Advance(TimeSpan.FromSeconds(seconds));
        return transcript.Do(session => session.Tick());
    }

    [Fact]
    public void The_lag_is_measured_soon_and_every_half_minute()
    {
        var transcript = Wait(Ready(), 5).Play("> PING lag-0");
        transcript.Clock.Advance(TimeSpan.FromMilliseconds(80));
        transcript.Play("< :irc.ngircd.test PONG irc.ngircd.test :lag-0");

        Assert.Equal(TimeSpan.FromMilliseconds(80), transcript.Single<LagMeasured>().Lag);
        Assert.Equal(TimeSpan.FromMilliseconds(80), transcript.Session.Lag);
        Wait(transcript, 29).Play(string.Empty);
        Wait(transcript, 1).Play("> PING lag-1");
    }

    [Fact]
    public void A_server_that_does_not_answer_is_told_of_once_and_then_given_up()
    {
        var transcript = Wait(Ready(), 30).Play("> PING lag-0");
        Assert.Empty(Wait(transcript, 10).TakeEvents());

        Assert.Equal(TimeSpan.FromSeconds(41), Wait(transcript, 1).Single<Stalled>().Silence);
        Assert.Equal(TimeSpan.FromSeconds(11), transcript.Session.Lag);
        Assert.Empty(Wait(transcript, 49).TakeEvents());

        Assert.Equal(TimeSpan.FromSeconds(91), Wait(transcript, 1).Single<Unresponsive>().Silence);
        Assert.Equal(SessionPhase.Over, transcript.Session.Phase);
    }

    [Fact]
    public void A_server_that_comes_back_in_time_is_kept()
    {
        var transcript = Wait(Wait(Ready(), 30).Play("> PING lag-0"), 50);
        transcript.Play("< :irc.ngircd.test PONG irc.ngircd.test :lag-0");

        Wait(transcript, 1).Play("> PING lag-1");

        Assert.Equal(SessionPhase.Ready, transcript.Session.Phase);
    }

    [Fact]
    public void A_server_that_is_busy_talking_is_not_given_up()
    {
        var transcript = Wait(Ready(), 30).Play("> PING lag-0");
        for (var i = 0; i < 20; i++)
            Wait(transcript, 5).Play("< :alice!a@h PRIVMSG #lobby :more");

        Assert.Equal(SessionPhase.Ready, transcript.Session.Phase);
        Assert.Empty(transcript.TakeEvents().OfType<Stalled>());
    }

    [Fact]
    public void A_new_connection_is_measured_anew()
    {
        var transcript = Wait(Ready(), 30).Play("> PING lag-0");

        transcript.Do(session => session.Lost());

        Assert.Null(transcript.Session.Lag);
    }
}
