using System.Collections.Immutable;

namespace ChatClient.Configuration;

/// <summary>A server that the configuration file knows.</summary>
/// <param name="Address">Address as on the command line.</param>
internal sealed record ServerProfile(string Address)
{
    /// <summary>Whether to use TLS.</summary>
    public bool Tls { get; init; }

    /// <summary>SHA-256 fingerprint of the one certificate to trust, or null.</summary>
    public string? Fingerprint { get; init; }

    /// <summary>Nick on this server; null for the usual one.</summary>
    public string? Nick { get; init; }

    /// <summary>Rooms to join.</summary>
    public ImmutableArray<string> Rooms { get; init; } = [];

    /// <summary>File with the server's password, or null.</summary>
    public string? PasswordFile { get; init; }

    /// <summary>Account to log in to, or null.</summary>
    public string? Account { get; init; }

    /// <summary>File with the account's password, or null.</summary>
    public string? AccountPasswordFile { get; init; }

    /// <summary>SASL mechanism; null for the best one.</summary>
    public string? Mechanism { get; init; }

    /// <summary>PEM file with a certificate and its key to show to the server, or null.</summary>
    public string? Certificate { get; init; }
}
