using System.Text;
using ChatClient.Session;
using ChatServer.Protocol;

namespace ChatClient.Tests.Session;

public sealed class LoginTests
{
    private static readonly SaslCredentials Password = new("pip", "sesame");

    private static Transcript Begin(SaslCredentials login, string mechanisms)
    {
        var transcript = new Transcript(new SessionSettings("pip", "pip") { Login = login });
        return transcript.Play(ModernServer.FirstLines + $"""
            < :s CAP * LS :multi-prefix sasl{mechanisms}
            > CAP REQ :multi-prefix sasl
            < :s CAP * ACK :multi-prefix sasl
            """ + "\n" + Expected(login, mechanisms));
    }

    private static string Expected(SaslCredentials login, string mechanisms) =>
        login.Mechanism is { } named ? $"> AUTHENTICATE {named}"
        : mechanisms == "=PLAIN" ? "> AUTHENTICATE PLAIN"
        : mechanisms == "=EXTERNAL" ? "> CAP END"
        : "> AUTHENTICATE SCRAM-SHA-256";

    [Fact]
    public void Plain_sends_account_and_password_and_goes_on_when_they_are_right()
    {
        var transcript = Begin(Password, "=PLAIN").Play($"""
            < AUTHENTICATE +
            > AUTHENTICATE {Base64("\0pip\0sesame")}
            < :s 900 * *!*@h pip :You are now logged in as pip
            < :s 903 * :SASL authentication successful
            > CAP END
            """);

        Assert.Equal("pip", transcript.Single<LoggedIn>().Account);
        Assert.Equal("pip", transcript.Session.Account);
    }

    [Fact]
    public void External_names_the_account() =>
        Begin(new SaslCredentials("pip", null, "EXTERNAL"), "=EXTERNAL,PLAIN").Play($"< AUTHENTICATE +\n> AUTHENTICATE {Base64("pip")}");

    [Fact]
    public void External_without_an_account_leaves_it_to_the_certificate() =>
        Begin(new SaslCredentials(string.Empty, null, "EXTERNAL"), "=EXTERNAL,PLAIN").Play("< AUTHENTICATE +\n> AUTHENTICATE +");

    [Fact]
    public void The_best_mechanism_that_is_offered_is_taken() => Begin(Password, "=PLAIN,SCRAM-SHA-256");

    [Fact]
    public void An_old_server_does_not_say_what_it_offers() => Begin(Password, string.Empty);

    [Fact]
    public void A_wrong_password_is_told_and_registration_goes_on()
    {
        var transcript = Begin(Password, "=PLAIN").Play($"""
            < AUTHENTICATE +
            > AUTHENTICATE {Base64("\0pip\0sesame")}
            < :s 904 * :SASL authentication failed
            > CAP END
            """);

        Assert.Equal("SASL authentication failed", transcript.Single<LoginFailed>().Reason);
        Assert.Equal(SessionPhase.Registering, transcript.Session.Phase);
    }

    [Fact]
    public void A_login_that_is_required_ends_the_session_when_it_fails()
    {
        var transcript = Begin(Password with { IsRequired = true }, "=PLAIN").Play($"""
            < AUTHENTICATE +
            > AUTHENTICATE {Base64("\0pip\0sesame")}
            < :s 904 * :SASL authentication failed
            > QUIT
            """);

        Assert.Equal(SessionPhase.Over, transcript.Session.Phase);
        transcript.Single<RegistrationRefused>();
    }

    [Fact]
    public void A_server_without_a_mechanism_that_will_do_is_told() =>
        Assert.Contains("EXTERNAL", Begin(Password, "=EXTERNAL").Single<LoginFailed>().Reason, StringComparison.Ordinal);

    [Fact]
    public void A_password_does_not_go_unprotected_unless_that_is_asked_for()
    {
        var careful = Password with { MaySendPassword = false };
        Begin(careful, "=PLAIN,SCRAM-SHA-256");
        Begin(careful with { Mechanism = "PLAIN" }, "=PLAIN,SCRAM-SHA-256");

        var transcript = new Transcript(new SessionSettings("pip", "pip") { Login = careful })
            .Play(ModernServer.FirstLines + "< :s CAP * LS :sasl=PLAIN\n> CAP REQ sasl\n< :s CAP * ACK :sasl\n> CAP END");

        Assert.Contains("not encrypted", transcript.Single<LoginFailed>().Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_server_without_accounts_is_told() =>
        Assert.Contains(
            "does not support accounts",
            new Transcript(new SessionSettings("pip", "pip") { Login = Password })
                .Play(ModernServer.FirstLines + "< :s CAP * LS :\n> CAP END").Single<LoginFailed>().Reason,
            StringComparison.Ordinal);

    [Fact]
    public void Scram_does_not_believe_a_server_that_proves_nothing()
    {
        var transcript = Begin(Password, "=SCRAM-SHA-256").Do(session => session.Receive(IrcMessage.Parse("AUTHENTICATE +")));

        transcript.Do(session => session.Receive(IrcMessage.Parse(":s 903 * :SASL authentication successful")));

        Assert.Contains("did not prove", transcript.Single<LoginFailed>().Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Long_answers_go_in_pieces_of_400()
    {
        var password = new string('x', 295);
        var answer = Base64($"\0pip\0{password}");

        Assert.Equal(400, answer.Length);
        Begin(new SaslCredentials("pip", password), "=PLAIN").Play($"< AUTHENTICATE +\n> AUTHENTICATE {answer}\n> AUTHENTICATE +");
    }

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
