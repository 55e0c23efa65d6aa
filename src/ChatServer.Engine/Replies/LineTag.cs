namespace ChatServer.Engine.Replies;

/// <summary>Adds a tag to a line that has already been written.</summary>
internal static class LineTag
{
    /// <summary>The line with the tag.</summary>
    /// <param name="line">A line, with its CR LF.</param>
    /// <param name="tag">Key and escaped value.</param>
    public static byte[] With(ReadOnlySpan<byte> line, ReadOnlySpan<byte> tag) =>
        line[0] == '@' ? [(byte)'@', .. tag, (byte)';', .. line[1..]] : [(byte)'@', .. tag, (byte)' ', .. line];

    /// <summary>Takes the first of several lines.</summary>
    /// <param name="lines">One line or several, each with CR LF; afterwards without the first.</param>
    public static ReadOnlySpan<byte> TakeLine(ref ReadOnlySpan<byte> lines)
    {
        var end = lines.IndexOf((byte)'\n') + 1;
        var line = lines[..end];
        lines = lines[end..];
        return line;
    }
}
