using ChatServer.Protocol;

namespace ChatServer.Benchmarks.Wire;

/// <summary>From the parts of a message to bytes in a buffer that is used again.</summary>
internal static class FormatBenchmarks
{
    private const int Count = 1_000_000;

    private static readonly WireBuffer Buffer = new();

    /// <summary>The rows.</summary>
    public static readonly Benchmark[] All =
    [
        new("format-message", () => Measurement.Of("format PRIVMSG", "line", Count, FormatMessage)),
        new("format-numeric", () => Measurement.Of("format a numeric reply", "line", Count, FormatNumeric)),
    ];

    private static void FormatMessage()
    {
        Buffer.Clear();
        var line = new MessageWriter(Buffer);
        line.Source("alice!~alice@192.0.2.7"u8);
        line.Verb("PRIVMSG"u8);
        line.Param("#lobby");
        line.Trailing(Samples.Text);
        line.End();
    }

    private static void FormatNumeric()
    {
        Buffer.Clear();
        var line = new MessageWriter(Buffer);
        line.Source("irc.example.org");
        line.Numeric(Numerics.ERR_NOSUCHCHANNEL);
        line.Param("alice");
        line.Param("#nowhere");
        line.Trailing(Numerics.ERR_NOSUCHCHANNEL.Text);
        line.End();
    }
}
