using System.Collections.Immutable;
using ChatClient.Connection;
using ChatClient.Session;

namespace ChatClient;

/// <summary>What a run of the program is to do.</summary>
/// <param name="Endpoint">Where the server is.</param>
/// <param name="Trust">Which certificates are trusted.</param>
/// <param name="Session">Our identity on the server.</param>
internal sealed record ChatOptions(Endpoint Endpoint, CertificateTrust Trust, SessionSettings Session)
{
    /// <summary>Rooms to join, in order.</summary>
    public ImmutableArray<string> Rooms { get; init; } = [];

    /// <summary>When to try again after a connection failed.</summary>
    public RetryPolicy Retry { get; init; } = RetryPolicy.AfterSuccess;

    /// <summary>For scripts: whether the exit code depends on what the server took.</summary>
    public bool IsErrand { get; init; }

    /// <summary>Whether there is someone to answer questions.</summary>
    public bool CanAsk { get; init; }

    /// <summary>Who is ignored: nicks or masks.</summary>
    public ImmutableArray<string> Ignored { get; init; } = [];
}
