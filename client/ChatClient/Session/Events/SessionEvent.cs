namespace ChatClient.Session;

/// <summary>Something that happened. Screens decide how it looks, and whether it is shown.</summary>
/// <param name="Time">When: by the server's clock where it says (IRCv3 server-time), else by ours.</param>
internal abstract record SessionEvent(DateTimeOffset Time);
