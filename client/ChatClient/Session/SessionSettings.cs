namespace ChatClient.Session;

/// <summary>Who to be on the server.</summary>
/// <param name="Nick">The nick to ask for; if it is in use, the session tries others like it.</param>
/// <param name="RealName">What WHOIS shows.</param>
/// <param name="Password">For PASS, or null.</param>
public sealed record SessionSettings(string Nick, string RealName, string? Password = null);
