using System.Collections.Immutable;

namespace ChatClient.Session;

/// <summary>A numeric reply that has no event of its own.</summary>
/// <param name="Time">When.</param>
/// <param name="Code">The numeric.</param>
/// <param name="Parts">Its parameters without the first, which is our nick.</param>
internal sealed record ReplyReceived(DateTimeOffset Time, int Code, ImmutableArray<string> Parts) : SessionEvent(Time);

/// <summary>The server says something for people: WARN, NOTE.</summary>
/// <param name="Time">When.</param>
/// <param name="Text">What.</param>
internal sealed record ServerRemark(DateTimeOffset Time, string Text) : SessionEvent(Time);
