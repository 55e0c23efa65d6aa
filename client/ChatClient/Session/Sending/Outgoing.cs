using System.Collections.Immutable;
using ChatServer.Protocol;

namespace ChatClient.Session;

/// <summary>Lines that are sent together, with no other line in between.</summary>
/// <param name="Lines">The lines. A label, if there is one, goes on the first.</param>
/// <param name="Speech">The message that the lines carry, or null.</param>
internal sealed record Outgoing(ImmutableArray<IrcMessage> Lines, Speech? Speech = null);

/// <summary>A message that the user sends.</summary>
/// <param name="Target">A room or a nick.</param>
/// <param name="Kind">The kind of message.</param>
/// <param name="Text">The text.</param>
/// <param name="ReplyTo">Id of the message that it replies to, or null.</param>
internal sealed record Speech(string Target, MessageKind Kind, string Text, string? ReplyTo);
