using System.Text;
using ChatServer.Protocol;

namespace ChatServer.Engine.Tests.Robustness;

/// <summary>What every line must be that the server sends, whatever it was asked.</summary>
internal static class WellFormed
{
    public static void Check(string line)
    {
        var bytes = Encoding.UTF8.GetBytes(line);
        Assert.True(MessageParser.TryParse(bytes, out var message, out _), line);
        Assert.True(message.Count <= 15, line);
        var body = bytes.AsSpan(bytes[0] == '@' ? bytes.AsSpan().IndexOf((byte)' ') + 1 : 0);

        // A byte that is not UTF-8 has been read as U+FFFD, which has three.
        var replaced = body.Count("\uFFFD"u8);
        Assert.True(body.Length - (2 * replaced) <= MessageWriter.DefaultLineBytes - 2, line);
        Assert.Equal(-1, bytes.AsSpan().IndexOfAny("\0\r"u8));
        if (message.Source.IsEmpty) Assert.Contains(Encoding.ASCII.GetString(message.Verb), new[] { "PING", "ERROR" });
        else Assert.DoesNotContain("internal error", line, StringComparison.OrdinalIgnoreCase);
    }
}
