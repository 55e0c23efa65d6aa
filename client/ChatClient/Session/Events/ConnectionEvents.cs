namespace ChatClient.Session;

/// <summary>An attempt to connect begins.</summary>
/// <param name="Time">When it happened.</param>
/// <param name="Server">The server, as a person would write it: <c>irc.example.org:6697</c>.</param>
/// <param name="Attempt">Number of the attempt: 1 for the first one, and for the first one after a connection that worked.</param>
internal sealed record Connecting(DateTimeOffset Time, string Server, int Attempt) : SessionEvent(Time);

/// <summary>The connection is open; registration begins.</summary>
/// <param name="Time">When it happened.</param>
/// <param name="Server">The server.</param>
/// <param name="Security">What protects it, such as <c>TLS 1.3</c>; null for plain text.</param>
internal sealed record Connected(DateTimeOffset Time, string Server, string? Security) : SessionEvent(Time);

/// <summary>There is no connection: it broke, or could not be made.</summary>
/// <param name="Time">When it happened.</param>
/// <param name="Reason">The reason, for people; fits after a colon.</param>
/// <param name="RetryIn">Time until the next attempt; null if there will be none.</param>
internal sealed record Disconnected(DateTimeOffset Time, string Reason, TimeSpan? RetryIn) : SessionEvent(Time);

/// <summary>The server's certificate can't be verified, so the user has to decide.</summary>
/// <param name="Time">When it happened.</param>
/// <param name="Server">Host and port.</param>
/// <param name="Fingerprint">SHA-256 of the certificate, in hexadecimal.</param>
/// <param name="Reason">What is wrong with it, for people.</param>
/// <param name="Remembered">The fingerprint that the user trusted before, if it was different: the user must be warned. Else null.</param>
internal sealed record CertificateDoubted(DateTimeOffset Time, string Server, string Fingerprint, string Reason, string? Remembered)
    : SessionEvent(Time);

/// <summary>The server has welcomed us.</summary>
/// <param name="Time">When it happened.</param>
/// <param name="Nick">The nick that the server gave us.</param>
/// <param name="Network">The network's name, or the server's.</param>
internal sealed record Registered(DateTimeOffset Time, string Nick, string Network) : SessionEvent(Time);

/// <summary>A nick is in use; the next one is being tried.</summary>
/// <param name="Time">When it happened.</param>
/// <param name="Nick">The nick that is in use.</param>
/// <param name="Next">The nick that is tried next.</param>
internal sealed record NickTaken(DateTimeOffset Time, string Nick, string Next) : SessionEvent(Time);

/// <summary>The server refuses us. The session is over.</summary>
/// <param name="Time">When it happened.</param>
/// <param name="Reason">The server's text.</param>
internal sealed record RegistrationRefused(DateTimeOffset Time, string Reason) : SessionEvent(Time);

/// <summary>We have logged in to an account, or out of it.</summary>
/// <param name="Time">When it happened.</param>
/// <param name="Account">The account; null after a logout.</param>
internal sealed record LoggedIn(DateTimeOffset Time, string? Account) : SessionEvent(Time);

/// <summary>Login failed. Registration continues without an account, unless the settings require one.</summary>
/// <param name="Time">When it happened.</param>
/// <param name="Reason">The reason, in the server's words or ours.</param>
internal sealed record LoginFailed(DateTimeOffset Time, string Reason) : SessionEvent(Time);

/// <summary>The server has answered a PING.</summary>
/// <param name="Time">When it happened.</param>
/// <param name="Lag">Time from the PING to its answer.</param>
internal sealed record LagMeasured(DateTimeOffset Time, TimeSpan Lag) : SessionEvent(Time);

/// <summary>The server has not answered a PING for a while. It may recover; see <see cref="Unresponsive"/>.</summary>
/// <param name="Time">When it happened.</param>
/// <param name="Silence">Time since something was last received.</param>
internal sealed record Stalled(DateTimeOffset Time, TimeSpan Silence) : SessionEvent(Time);

/// <summary>The server has gone silent. The session is over.</summary>
/// <param name="Time">When it happened.</param>
/// <param name="Silence">Time since something was last received.</param>
internal sealed record Unresponsive(DateTimeOffset Time, TimeSpan Silence) : SessionEvent(Time);

/// <summary>The server is closing the connection.</summary>
/// <param name="Time">When it happened.</param>
/// <param name="Reason">The server's text.</param>
internal sealed record ClosingLink(DateTimeOffset Time, string Reason) : SessionEvent(Time);

/// <summary>The server has handled everything submitted before <see cref="IrcSession.Confirm"/>, and its answers have come.</summary>
/// <param name="Time">When it happened.</param>
internal sealed record Confirmed(DateTimeOffset Time) : SessionEvent(Time);
