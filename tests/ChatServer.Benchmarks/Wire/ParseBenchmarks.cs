using System.Buffers;
using ChatServer.Protocol;

namespace ChatServer.Benchmarks.Wire;

/// <summary>From received bytes to a message that a command can look at: a line is cut off, and its parts are found.</summary>
internal static class ParseBenchmarks
{
    private const int Count = 1_000_000;

    private static readonly byte[] Scratch = new byte[LineLimits.Default.ScratchBytes];

    /// <summary>The rows.</summary>
    public static readonly Benchmark[] All =
    [
        Row("parse-message", "parse PRIVMSG", Samples.Sent),
        Row("parse-tags", "parse PRIVMSG with three tags, and find one", Samples.SentWithTags),
        new("parse-pieces", () =>
        {
            var line = Samples.InTwoSegments(Samples.Sent);
            return Measurement.Of("parse PRIVMSG that came in two pieces", "line", Count, () => Parse(line));
        }),
    ];

    private static Benchmark Row(string name, string title, byte[] bytes)
    {
        var line = new ReadOnlySequence<byte>(bytes);
        return new Benchmark(name, () => Measurement.Of(title, "line", Count, () => Parse(line)));
    }

    private static void Parse(ReadOnlySequence<byte> input)
    {
        var isWhole = LineReader.Read(ref input, LineLimits.Default, Scratch, out var line) == LineVerdict.Line;
        var isMessage = MessageParser.TryParse(line, out var message, out _) && message.Count == 2 && message.IsVerb("PRIVMSG"u8);
        var isTagged = message.TryGetTag("+draft/reply"u8, out _);
        if (!isWhole || !isMessage || isTagged != Samples.HasTags(line)) throw new InvalidOperationException("The sample was misread.");
    }
}
