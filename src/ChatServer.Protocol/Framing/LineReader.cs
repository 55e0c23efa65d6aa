using System.Buffers;

namespace ChatServer.Protocol;

/// <summary>Splits received bytes into lines.</summary>
/// <remarks>
/// <code>line = *%x01-09 / %x0B-0C / %x0E-FF, ended by CR LF or LF</code>
/// <para>Carriage returns right before the LF belong to the end of the line; empty lines are skipped. NUL and a CR elsewhere make the line
/// illegal. They are not removed: the result would be a line that nobody sent.</para>
/// <para>Keeps no state and throws for no input. Source: RFC 1459 section 2.3; Modern, Message Format.</para>
/// </remarks>
public static class LineReader
{
    private static readonly SearchValues<byte> IllegalBytes = SearchValues.Create("\0\r\n"u8);

    /// <summary>Takes one line off the input.</summary>
    /// <param name="input">Received bytes. Returned without what was consumed: the line, its end, and empty lines before it. After <see
    /// cref="LineVerdict.NeedMore"/> all remaining bytes have been examined.</param>
    /// <param name="limits">The limits.</param>
    /// <param name="scratch">Where a line that spans several segments is assembled; at least <see cref="LineLimits.ScratchBytes"/>
    /// long.</param>
    /// <param name="line">The line without its end, in <paramref name="input"/> or in <paramref name="scratch"/>: valid until either is
    /// reused. For <see cref="LineVerdict.BodyTooLong"/> the part that fits, cut between code points; for the other verdicts empty.</param>
    /// <exception cref="ArgumentException">The scratch is too short.</exception>
    public static LineVerdict Read(ref ReadOnlySequence<byte> input, LineLimits limits, Span<byte> scratch, out ReadOnlySpan<byte> line)
    {
        if (scratch.Length < limits.ScratchBytes)
            throw new ArgumentException($"Shorter than {limits.ScratchBytes} bytes.", nameof(scratch));

        while (true)
        {
            var first = input.FirstSpan;
            var lf = first.IndexOf((byte)'\n');
            if (lf < 0 || lf > limits.UnterminatedBytes)
                return ReadAcrossSegments(ref input, limits, scratch, out line);

            var whole = first[..lf].TrimEnd((byte)'\r');
            input = input.Slice(lf + 1);
            if (!whole.IsEmpty)
                return Judge(whole, whole.Length, limits, out line);
        }
    }

    private static LineVerdict ReadAcrossSegments(
        ref ReadOnlySequence<byte> input, LineLimits limits, Span<byte> scratch, out ReadOnlySpan<byte> line)
    {
        while (input.PositionOf((byte)'\n') is { } lf)
        {
            // Whether the LF has arrived yet depends on the network. The verdict that the line is too long must not.
            var upToEnd = input.Slice(0, lf);
            if (upToEnd.Length > limits.UnterminatedBytes)
                break;

            var whole = TrimCarriageReturns(upToEnd);
            input = input.Slice(input.GetPosition(1, lf));
            if (whole.IsEmpty)
                continue;

            var head = whole.Slice(0, Math.Min(whole.Length, limits.ScratchBytes));
            head.CopyTo(scratch);
            return Judge(scratch[..(int)head.Length], whole.Length, limits, out line);
        }

        line = default;
        return input.Length > limits.UnterminatedBytes ? LineVerdict.Unterminated : LineVerdict.NeedMore;
    }

    private static ReadOnlySequence<byte> TrimCarriageReturns(ReadOnlySequence<byte> whole)
    {
        while (!whole.IsEmpty && whole.Slice(whole.Length - 1).FirstSpan[0] == '\r')
            whole = whole.Slice(0, whole.Length - 1);
        return whole;
    }

    // start: the line, or at least the first ScratchBytes of it; length: that of the whole line.
    private static LineVerdict Judge(ReadOnlySpan<byte> start, long length, LineLimits limits, out ReadOnlySpan<byte> line)
    {
        // Looks at no more than fits the scratch, so that the verdict does not depend on how the bytes were segmented.
        line = default;
        var head = start[..Math.Min(start.Length, limits.ScratchBytes)];
        if (head.ContainsAny(IllegalBytes))
            return LineVerdict.IllegalByte;

        var tagBytes = 0;
        if (head[0] == '@')
        {
            var space = head.IndexOf((byte)' ');
            tagBytes = space < 0 ? head.Length : space + 1;
            if (tagBytes > limits.TagBytes)
                return LineVerdict.TagsTooLong;
        }

        var bodyBytes = limits.LineBytes - 2;
        if (length - tagBytes > bodyBytes)
        {
            line = Utf8Text.Cut(head, tagBytes + bodyBytes);
            return LineVerdict.BodyTooLong;
        }

        line = head;
        return LineVerdict.Line;
    }
}
