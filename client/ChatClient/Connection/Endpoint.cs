using System.Globalization;

namespace ChatClient.Connection;

/// <summary>Where a server is, and how to get there.</summary>
/// <param name="Host">Name or address, without brackets.</param>
/// <param name="Port">Port.</param>
/// <param name="Transport">How.</param>
/// <param name="Path">For WebSockets: the path with its query, such as <c>/chat</c>; else empty.</param>
internal sealed record Endpoint(string Host, int Port, Transport Transport, string Path = "")
{
    /// <summary>Whether TLS protects it.</summary>
    public bool IsSecure => Transport is Transport.Tls or Transport.SecureWebSocket;

    /// <summary>Host and port, as in a URI.</summary>
    public string Authority => string.Create(
        CultureInfo.InvariantCulture, $"{(Host.Contains(':', StringComparison.Ordinal) ? $"[{Host}]" : Host)}:{Port}");

    /// <summary>As a person would write it.</summary>
    public override string ToString() =>
        Transport switch
        {
            Transport.WebSocket => $"ws://{Authority}{Path}",
            Transport.SecureWebSocket => $"wss://{Authority}{Path}",
            _ => Authority,
        };
}
