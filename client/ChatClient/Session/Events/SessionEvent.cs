namespace ChatClient.Session;

/// <summary>Something that happened. The view decides whether and how to show it.</summary>
/// <param name="Time">When it happened, by the server's clock if the server says so (IRCv3 server-time), otherwise by ours.</param>
internal abstract record SessionEvent(DateTimeOffset Time);
