using System.Buffers;
using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace ChatServer.Protocol.Tests;

public class LineReaderProperties
{
    // Small, so that generated lines reach every verdict.
    private static readonly LineLimits Limits = new(LineBytes: 20, TagBytes: 10, UnterminatedBytes: 40);

    private static readonly Gen<byte[]> Stream =
        from lines in Gen.Frequency(
            (6, WireGenerators.Message.Resize(3).Select(message => message.ToString().Utf8())),
            (1, WireGenerators.Bytes.Resize(20)),
            (1, Gen.Choose(0, 60).Select(length => Enumerable.Repeat((byte)'a', length).ToArray()))).ListOf().Resize(8)
        from ends in Gen.Elements("\r\n", "\n", "\r\n\r\n", "\r\r\n").ListOf(lines.Count)
        select lines.Zip(ends).SelectMany(pair => pair.First.Concat(pair.Second.Utf8())).ToArray();

    [Fact]
    public void Messages_in_a_row_come_out_the_same_wherever_the_bytes_are_cut()
    {
        var generous = new LineLimits(10_000, 10_000, 20_000);
        var rows = WireGenerators.Message.Resize(5).ListOf().Resize(6).Select(messages => messages.Select(message => message.ToString()));

        Property.Holds(rows, lines =>
        {
            var bytes = string.Concat(lines.Select(line => line + "\r\n")).Utf8();
            var expected = lines.Select(line => (LineVerdict.Line, Encoding.Latin1.GetString(line.Utf8()))).ToList();
            for (var offset = 0; offset <= bytes.Length; offset++)
                Assert.Equal(expected, ReadAll([bytes[..offset], bytes[offset..]], generous));
        }, tests: 100);
    }

    [Fact]
    public void Verdicts_and_lines_do_not_depend_on_where_the_bytes_are_cut()
    {
        Property.Holds(Stream, bytes =>
        {
            var whole = ReadAll([bytes], Limits);
            for (var offset = 0; offset <= bytes.Length; offset++)
                Assert.Equal(whole, ReadAll([bytes[..offset], bytes[offset..]], Limits));
            Assert.Equal(whole, ReadAll([.. bytes.Chunk(1)], Limits));
        }, tests: 100);
    }

    [Fact]
    public void Every_line_handed_out_keeps_to_the_limits()
    {
        Property.Holds(Stream, bytes =>
        {
            foreach (var (verdict, line) in ReadAll([bytes], Limits))
            {
                var tagBytes = line.StartsWith('@') ? line.IndexOf(' ', StringComparison.Ordinal) + 1 : 0;
                Assert.True(verdict is LineVerdict.Line or LineVerdict.BodyTooLong || line.Length == 0);
                Assert.True(tagBytes <= Limits.TagBytes);
                Assert.True(line.Length - tagBytes <= Limits.LineBytes - 2);
                Assert.DoesNotContain(line, character => character is '\0' or '\r' or '\n');
            }
        });
    }

    /// <summary>Reads as a connection does: what is left of one piece comes before the next, in a segment of its own. Lines come out
    /// with one character for each byte.</summary>
    private static List<(LineVerdict Verdict, string Line)> ReadAll(IReadOnlyList<byte[]> pieces, LineLimits limits)
    {
        var found = new List<(LineVerdict, string)>();
        var scratch = new byte[limits.ScratchBytes];
        var left = new List<byte[]>();
        foreach (var piece in pieces)
        {
            left.Add(piece);
            var input = Segments.Of(left);
            while (LineReader.Read(ref input, limits, scratch, out var line) is var verdict && IsWholeLine(verdict))
                found.Add((verdict, Encoding.Latin1.GetString(line)));

            left = [];
            foreach (var segment in input)
                left.Add(segment.ToArray());
        }

        return found;
    }

    private static bool IsWholeLine(LineVerdict verdict) => verdict is not (LineVerdict.NeedMore or LineVerdict.Unterminated);
}
