using ChatServer.Protocol;

namespace ChatServer.Engine.Connections;

/// <summary>What a client has said about itself before it is registered.</summary>
/// <remarks>Not thread-safe: owned by one connection. Source: Modern, Connection Registration.</remarks>
internal sealed class Registration
{
    /// <summary>The nick that the user directory has reserved; null before NICK was accepted.</summary>
    public Nickname? Nick { get; set; }

    /// <summary>From USER, as others will see it; null before.</summary>
    public string? UserName { get; set; }

    /// <summary>From USER.</summary>
    public WireText RealName { get; set; }

    /// <summary>Why the user will be away from the beginning; null when he will be present. Source: IRCv3 draft/pre-away.</summary>
    public WireText? Away { get; set; }

    /// <summary>The last PASS; null when there was none.</summary>
    public string? Password { get; set; }

    /// <summary>Whether the server's password has been checked and is right.</summary>
    public bool IsPasswordRight { get; set; }

    /// <summary>Whether a capability negotiation is open, which holds registration up until CAP END.</summary>
    public bool IsNegotiating { get; set; }

    /// <summary>Whether the host is final: a gateway has said it, or the lookup has ended.</summary>
    public bool IsHostKnown { get; set; }

    /// <summary>Whether the client has sent all that is needed.</summary>
    public bool IsComplete => Nick is not null && UserName is not null && !IsNegotiating;
}
