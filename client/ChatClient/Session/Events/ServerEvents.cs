using System.Collections.Immutable;

namespace ChatClient.Session;

/// <summary>A numeric reply for which there is no other event.</summary>
/// <param name="Time">When it happened.</param>
/// <param name="Code">The numeric.</param>
/// <param name="Parts">The parameters after the first one, which is our nick.</param>
internal sealed record ReplyReceived(DateTimeOffset Time, int Code, ImmutableArray<string> Parts) : SessionEvent(Time);

/// <summary>The server sent a text for people: WARN or NOTE.</summary>
/// <param name="Time">When it happened.</param>
/// <param name="Text">The text.</param>
internal sealed record ServerRemark(DateTimeOffset Time, string Text) : SessionEvent(Time);
