using System.Text;

namespace ChatClient.Session;

/// <summary>One attempt to log in with one SASL mechanism: answers the server's challenges.</summary>
/// <remarks>Source: RFC 4422; IRCv3 sasl-3.2.</remarks>
internal abstract class SaslMechanism
{
    // Best first. EXTERNAL needs a certificate instead of a password, so it is not chosen here.
    private static readonly string[] WithPassword = [ScramSha256.MechanismName, PlainPassword.MechanismName];

    /// <summary>The mechanism's name on the wire.</summary>
    public abstract string Name { get; }

    /// <summary>Whether the server has proved what the mechanism requires. Before that, a reported success does not count.</summary>
    public virtual bool IsSatisfied => true;

    /// <summary>Answers a challenge; the first one is empty.</summary>
    /// <returns>The answer, which may be empty.</returns>
    /// <exception cref="SaslException">The server is not what it claims to be, or violates the protocol.</exception>
    public abstract byte[] Answer(ReadOnlySpan<byte> challenge);

    /// <summary>Chooses a mechanism.</summary>
    /// <param name="credentials">The account and the password, and optionally the mechanism.</param>
    /// <param name="offered">The mechanisms that the server offers, separated by commas; empty if unknown.</param>
    /// <returns>Null if the server offers no suitable mechanism.</returns>
    public static SaslMechanism? Choose(SaslCredentials credentials, string offered)
    {
        var names = offered.Split(',', StringSplitOptions.RemoveEmptyEntries);
        var chosen = Array.Find(Wanted(credentials), name => names.Length == 0 || names.Contains(name, StringComparer.OrdinalIgnoreCase));
        return chosen switch
        {
            ScramSha256.MechanismName => new ScramSha256(credentials.Account, credentials.Password ?? string.Empty),
            PlainPassword.MechanismName => new PlainPassword(credentials.Account, credentials.Password ?? string.Empty),
            External.MechanismName => new External(credentials.Account),
            _ => null,
        };
    }

    private static string[] Wanted(SaslCredentials credentials) =>
        credentials switch
        {
            { Mechanism: { } named } => [named.ToUpperInvariant()],
            { Password: null } => [External.MechanismName],
            { MaySendPassword: false } => [ScramSha256.MechanismName],
            _ => WithPassword,
        };

    // message = authzid NUL authcid NUL password. Source: RFC 4616.
    private sealed class PlainPassword(string account, string password) : SaslMechanism
    {
        public const string MechanismName = "PLAIN";

        public override string Name => MechanismName;

        public override byte[] Answer(ReadOnlySpan<byte> challenge) => Encoding.UTF8.GetBytes($"\0{account}\0{password}");
    }

    // The TLS certificate identifies us; the answer may name the account. Source: RFC 4422, appendix A.
    private sealed class External(string account) : SaslMechanism
    {
        public const string MechanismName = "EXTERNAL";

        public override string Name => MechanismName;

        public override byte[] Answer(ReadOnlySpan<byte> challenge) => Encoding.UTF8.GetBytes(account);
    }
}
