namespace ChatClient.Session;

/// <summary>A connection is being tried.</summary>
/// <param name="Time">When.</param>
/// <param name="Server">Where to, as a person would write it: <c>irc.example.org:6697</c>.</param>
/// <param name="Attempt">1 for the first try, and again for the first one after a connection that worked.</param>
internal sealed record Connecting(DateTimeOffset Time, string Server, int Attempt) : SessionEvent(Time);

/// <summary>The connection is open; registration begins.</summary>
/// <param name="Time">When.</param>
/// <param name="Server">Where to.</param>
/// <param name="Security">What protects it, such as <c>TLS 1.3</c>; null for plain text.</param>
internal sealed record Connected(DateTimeOffset Time, string Server, string? Security) : SessionEvent(Time);

/// <summary>There is no connection: it broke, or could not be made.</summary>
/// <param name="Time">When.</param>
/// <param name="Reason">Why, for people; fits after a colon.</param>
/// <param name="RetryIn">How long until the next try; null if there will be none.</param>
internal sealed record Disconnected(DateTimeOffset Time, string Reason, TimeSpan? RetryIn) : SessionEvent(Time);

/// <summary>The server's certificate can't be trusted as it is; the user has to decide.</summary>
/// <param name="Time">When.</param>
/// <param name="Server">Host and port.</param>
/// <param name="Fingerprint">SHA-256 of the certificate, in hexadecimal.</param>
/// <param name="Reason">What is wrong with it, for people.</param>
/// <param name="Remembered">The fingerprint that the user trusted before, if it was another one: a warning is due; else null.</param>
internal sealed record CertificateDoubted(DateTimeOffset Time, string Server, string Fingerprint, string Reason, string? Remembered)
    : SessionEvent(Time);

/// <summary>The server has welcomed us.</summary>
/// <param name="Time">When.</param>
/// <param name="Nick">The nick that we really have.</param>
/// <param name="Network">The network's name, or the server's.</param>
internal sealed record Registered(DateTimeOffset Time, string Nick, string Network) : SessionEvent(Time);

/// <summary>A nick is in use; the next one is being tried.</summary>
/// <param name="Time">When.</param>
/// <param name="Nick">The nick that is taken.</param>
/// <param name="Next">The nick that was asked for instead.</param>
internal sealed record NickTaken(DateTimeOffset Time, string Nick, string Next) : SessionEvent(Time);

/// <summary>The server refuses us. The session is over.</summary>
/// <param name="Time">When.</param>
/// <param name="Reason">What the server said.</param>
internal sealed record RegistrationRefused(DateTimeOffset Time, string Reason) : SessionEvent(Time);

/// <summary>We have logged in to an account, or out of it.</summary>
/// <param name="Time">When.</param>
/// <param name="Account">The account; null after a logout.</param>
internal sealed record LoggedIn(DateTimeOffset Time, string? Account) : SessionEvent(Time);

/// <summary>Logging in failed. Registration goes on without an account, unless the settings say that it must not.</summary>
/// <param name="Time">When.</param>
/// <param name="Reason">Why, in the server's words or ours.</param>
internal sealed record LoginFailed(DateTimeOffset Time, string Reason) : SessionEvent(Time);

/// <summary>How long the server took to answer a PING.</summary>
/// <param name="Time">When.</param>
/// <param name="Lag">Time for the way there and back.</param>
internal sealed record LagMeasured(DateTimeOffset Time, TimeSpan Lag) : SessionEvent(Time);

/// <summary>The server has not answered a PING for a while. It may come back; see <see cref="Unresponsive"/>.</summary>
/// <param name="Time">When.</param>
/// <param name="Silence">How long nothing has come.</param>
internal sealed record Stalled(DateTimeOffset Time, TimeSpan Silence) : SessionEvent(Time);

/// <summary>The server has gone silent. The session is over.</summary>
/// <param name="Time">When.</param>
/// <param name="Silence">For how long.</param>
internal sealed record Unresponsive(DateTimeOffset Time, TimeSpan Silence) : SessionEvent(Time);

/// <summary>The server is closing the connection.</summary>
/// <param name="Time">When.</param>
/// <param name="Reason">What it said.</param>
internal sealed record ClosingLink(DateTimeOffset Time, string Reason) : SessionEvent(Time);

/// <summary>The server has taken all that was submitted before <see cref="IrcSession.Confirm"/>, and its answers have come.</summary>
/// <param name="Time">When.</param>
internal sealed record Confirmed(DateTimeOffset Time) : SessionEvent(Time);
