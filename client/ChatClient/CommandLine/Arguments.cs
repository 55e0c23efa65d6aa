using System.Collections.Immutable;

namespace ChatClient.CommandLine;

/// <summary>The parsed command line; null and empty for what it does not set.</summary>
internal sealed record Arguments
{
    /// <summary>An address, or a name from the configuration; null for the default server.</summary>
    public string? Server { get; init; }

    /// <summary>Nick.</summary>
    public string? Nick { get; init; }

    /// <summary>Rooms to join, with prefixes.</summary>
    public ImmutableArray<string> Rooms { get; init; } = [];

    /// <summary>Rooms to follow, with prefixes.</summary>
    public ImmutableArray<string> Followed { get; init; } = [];

    /// <summary>Whether to use TLS.</summary>
    public bool UseTls { get; init; }

    /// <summary>Whether to continue with a certificate that can't be trusted.</summary>
    public bool TrustAnything { get; init; }

    /// <summary>Fingerprint of the one certificate to trust.</summary>
    public string? Fingerprint { get; init; }

    /// <summary>PEM file with our certificate and its key.</summary>
    public FileInfo? Certificate { get; init; }

    /// <summary>Whether to ask for the server's password.</summary>
    public bool AskPassword { get; init; }

    /// <summary>File with the server's password.</summary>
    public FileInfo? PasswordFile { get; init; }

    /// <summary>Account to log in to.</summary>
    public string? Account { get; init; }

    /// <summary>File with the account's password.</summary>
    public FileInfo? AccountPasswordFile { get; init; }

    /// <summary>SASL mechanism.</summary>
    public string? Mechanism { get; init; }

    /// <summary>Whether to send standard input and leave.</summary>
    public bool Once { get; init; }

    /// <summary>Whether to show lines rather than a screen.</summary>
    public bool Plain { get; init; }

    /// <summary>Whether to print events as JSON.</summary>
    public bool Json { get; init; }

    /// <summary>Whether to end when the connection is lost.</summary>
    public bool NoReconnect { get; init; }

    /// <summary>Name of a theme.</summary>
    public string? Theme { get; init; }

    /// <summary>The configuration file.</summary>
    public FileInfo? Configuration { get; init; }

    /// <summary>Whether to create the configuration file.</summary>
    public bool Setup { get; init; }
}
