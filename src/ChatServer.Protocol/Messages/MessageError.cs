namespace ChatServer.Protocol;

/// <summary>Why a line is not a message.</summary>
public enum MessageError
{
    /// <summary>It is one.</summary>
    None,

    /// <summary>Nothing but spaces.</summary>
    Empty,

    /// <summary>Tags or a source, but no verb after them.</summary>
    NoVerb,
}
