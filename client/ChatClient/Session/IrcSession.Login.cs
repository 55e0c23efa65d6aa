using ChatServer.Protocol;

namespace ChatClient.Session;

// Logging in to an account. Source: IRCv3 sasl-3.2.
internal sealed partial class IrcSession
{
    private SaslExchange? _sasl;
    private string? _loginFault;

    private bool WantsLogin => _settings.Login is not null;

    private void BeginLogin()
    {
        if (_settings.Login is not { } credentials || !_negotiating)
            return;

        var offered = _offered.GetValueOrDefault("sasl", string.Empty);
        if (SaslMechanism.Choose(credentials, offered) is not { } mechanism)
        {
            OnLoginFailed(_time.GetUtcNow(), WhyNoMechanism(credentials, offered));
            return;
        }

        _sasl = new SaslExchange(mechanism);
        Send("AUTHENTICATE", mechanism.Name);
    }

    private static string WhyNoMechanism(SaslCredentials credentials, string offered) =>
        credentials is { MaySendPassword: false, Mechanism: null }
        && SaslMechanism.Choose(credentials with { MaySendPassword = true }, offered) is not null
            ? "the server requires the password itself, but this connection is not encrypted: use TLS, or choose PLAIN explicitly"
            : $"the server offers no suitable way to log in ({offered})";

    // AUTHENTICATE piece
    private void OnAuthenticate(IrcMessage message)
    {
        if (_sasl is null)
            return;

        try
        {
            foreach (var piece in _sasl.Take(Parameter(message, 0)))
                Send("AUTHENTICATE", piece);
        }
        catch (SaslException error)
        {
            Send("AUTHENTICATE", "*");
            _loginFault = error.Message;
        }
    }

    // 902 to 908: RPL_NICKLOCKED, RPL_SASLSUCCESS, ERR_SASLFAIL, ERR_SASLTOOLONG, ERR_SASLABORTED, ERR_SASLALREADY, RPL_SASLMECHS
    private void OnLoginOutcome(IrcMessage message, int code)
    {
        const int Mechanisms = 908;
        if (_sasl is null || code == Mechanisms)
            return;

        var isSatisfied = _sasl.IsSatisfied;
        _sasl = null;
        if (code != Numerics.RPL_SASLSUCCESS.Code)
            OnLoginFailed(TimeOf(message), _loginFault ?? Parameter(message, message.Params.Length - 1));
        else if (!isSatisfied)
            OnLoginFailed(TimeOf(message), "the server did not prove that it knows the password");
        EndNegotiationWhenAnswered();
    }

    private void OnLoginFailed(DateTimeOffset time, string reason)
    {
        _loginFault = reason;
        _sasl = null;
        Raise(new LoginFailed(time, reason));
        if (_settings.Login is not { IsRequired: true })
            return;

        Phase = SessionPhase.Over;
        Raise(new RegistrationRefused(time, $"not logged in: {reason}"));
        _toSend.Add(new IrcMessage("QUIT"));
    }
}
