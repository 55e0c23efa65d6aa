using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace ChatServer.Actors;

/// <summary>Follows what one message sets off: who handles it, whom that one tells, and so on, as a tree of activities.</summary>
/// <remarks>For systems that are observed. Begin, tell the message, and look when all is quiet. The activities come from
/// <see cref="Source"/>, so that an OpenTelemetry exporter that listens to it gets them too. What an actor stashes, or does after an await,
/// is not followed.</remarks>
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

    /// <summary>Where the activities come from: <c>ChatServer.Actors</c>.</summary>
    public static ActivitySource Source { get; } = new(SourceName);

    /// <summary>The steps so far, in the order in which they began; the first is the beginning itself.</summary>
    public IReadOnlyList<Activity> Steps => [.. _steps];

    /// <summary>Begins: what is told from now on by this flow of control is followed, until <see cref="EndOfSending"/>.</summary>
    /// <param name="name">What it is about.</param>
    public static MessageJourney Begin(string name) => new(name);

    /// <summary>What is told from now on is not part of it; what has been told still is.</summary>
    public void EndOfSending() => _root.Stop();

    /// <summary>Follows no more.</summary>
    public void Dispose()
    {
        _root.Dispose();
        _listener.Dispose();
    }

    /// <summary>The tree, a line for each step.</summary>
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
