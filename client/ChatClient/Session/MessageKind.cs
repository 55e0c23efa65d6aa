namespace ChatClient.Session;

/// <summary>The kinds of messages.</summary>
internal enum MessageKind
{
    /// <summary>PRIVMSG.</summary>
    Message,

    /// <summary>NOTICE. Usually from a program; programs never answer one.</summary>
    Notice,

    /// <summary>PRIVMSG with CTCP ACTION: <c>/me</c>.</summary>
    Action,

    /// <summary>Another CTCP request, such as VERSION.</summary>
    Ctcp,
}
