using System.Collections.Immutable;
using ChatServer.Protocol;

namespace ChatClient.Session;

/// <summary>Lines that go out together, and nothing between them.</summary>
/// <param name="Lines">The lines; a label goes on the first.</param>
/// <param name="Speech">What they say, if they say something.</param>
internal sealed record Outgoing(ImmutableArray<IrcMessage> Lines, Speech? Speech = null);

/// <summary>Something that the user says.</summary>
/// <param name="Target">A room or a nick.</param>
/// <param name="Kind">How.</param>
/// <param name="Text">What.</param>
/// <param name="ReplyTo">Id of the message that it answers, or null.</param>
internal sealed record Speech(string Target, MessageKind Kind, string Text, string? ReplyTo);
