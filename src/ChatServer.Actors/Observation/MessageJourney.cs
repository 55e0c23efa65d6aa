using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace ChatServer.Actors;

/// <summary>Traces what one message causes, as a tree of activities: who handles it, whom the handler tells, and so on.</summary>
/// <remarks>For observed systems. Begin, tell the message, and look at the steps when all is quiet. The activities come from <see
/// cref="Source"/>, so an OpenTelemetry exporter that listens to it gets them too. Messages that an actor stashes, or sends after an await,
/// are not followed.</remarks>
public sealed class MessageJourney : IDisposable
{
    private const string SourceName = "ChatServer.Actors";

    private readonly ConcurrentQueue<Activity> _steps = new();
    private readonly ActivityListener _listener;
    private readonly Activity _root;

    private MessageJourney(string name)
    {
        var traceId = ActivityTraceId.CreateRandom();
        _listener = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == SourceName,
            Sample = (ref ActivityCreationOptions<ActivityContext> options) =>
                options.Parent.TraceId == traceId ? ActivitySamplingResult.AllData : ActivitySamplingResult.None,
            ActivityStarted = activity =>
            {
                if (activity.TraceId == traceId) _steps.Enqueue(activity);
            },
        };
        ActivitySource.AddActivityListener(_listener);
        var parent = new ActivityContext(traceId, ActivitySpanId.CreateRandom(), ActivityTraceFlags.Recorded);
        _root = Source.StartActivity(name, ActivityKind.Internal, parent)!;
    }

    /// <summary>The source of the activities: <c>ChatServer.Actors</c>.</summary>
    public static ActivitySource Source { get; } = new(SourceName);

    /// <summary>The steps so far, in the order in which they began; the first is the root.</summary>
    public IReadOnlyList<Activity> Steps => [.. _steps];

    /// <summary>Begins: messages that this flow of control sends from now on are followed, until <see cref="EndOfSending"/>.</summary>
    /// <param name="name">What it is about.</param>
    public static MessageJourney Begin(string name) => new(name);

    /// <summary>Messages sent from now on are not part of the journey; those already sent still are.</summary>
    public void EndOfSending() => _root.Stop();

    /// <summary>Stops following.</summary>
    public void Dispose()
    {
        _root.Dispose();
        _listener.Dispose();
    }

    /// <summary>The tree, one line per step.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        Write(text, _root, depth: 0, Steps);
        return text.ToString();
    }

    private static void Write(StringBuilder text, Activity step, int depth, IReadOnlyList<Activity> all)
    {
        text.Append(' ', 2 * depth).Append(CultureInfo.InvariantCulture, $"{step.DisplayName}").Append('\n');
        foreach (var next in all.Where(other => other.ParentSpanId == step.SpanId)) Write(text, next, depth + 1, all);
    }
}
