namespace ChatServer.Protocol;

/// <summary>The severity of a standard reply; also its verb.</summary>
/// <remarks>Source: IRCv3 standard-replies.</remarks>
public enum StandardReplyKind
{
    /// <summary><c>FAIL</c>: the command did not take effect, or something is wrong with the session.</summary>
    Fail,

    /// <summary><c>WARN</c>: it took effect, but the user should know something.</summary>
    Warn,

    /// <summary><c>NOTE</c>: information.</summary>
    Note,
}
