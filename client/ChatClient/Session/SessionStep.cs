using System.Collections.Immutable;
using ChatServer.Protocol;

namespace ChatClient.Session;

/// <summary>The result of one input to an <see cref="IrcSession"/>.</summary>
/// <param name="ToSend">Lines for the server, in order.</param>
/// <param name="Events">What happened, in order.</param>
internal readonly record struct SessionStep(ImmutableArray<IrcMessage> ToSend, ImmutableArray<SessionEvent> Events);
