namespace ChatClient.Session;

/// <summary>How something was said.</summary>
internal enum MessageKind
{
    /// <summary>PRIVMSG.</summary>
    Message,

    /// <summary>NOTICE: from programs, never answered by one.</summary>
    Notice,

    /// <summary>PRIVMSG with CTCP ACTION: <c>/me</c>.</summary>
    Action,

    /// <summary>Another CTCP request, such as VERSION.</summary>
    Ctcp,
}
