namespace ChatServer.Host.Endpoints.Proxies;

/// <summary>What the first bytes of a connection are.</summary>
internal enum HeaderVerdict
{
    /// <summary>They may become a header.</summary>
    NeedMore,

    /// <summary>A header, whole.</summary>
    Header,

    /// <summary>They begin like a header, but are none.</summary>
    Malformed,

    /// <summary>Something else.</summary>
    None,
}
