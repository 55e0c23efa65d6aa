namespace ChatServer.Protocol;

/// <summary>Parses one line as a message, in place.</summary>
/// <remarks>
/// <code>message = ["@" tags 1*SP] [":" source 1*SP] verb *(1*SP middle) [1*SP ":" trailing] *SP</code>
/// <para>Lenient where the specifications allow it: runs of spaces count as one, the verb is any word, there may be any number of
/// parameters, and no byte is refused. Only the space (0x20) separates. Source: Modern, Message Format; IRCv3 message-tags.</para>
/// </remarks>
public static class MessageParser
{
    private const byte Space = (byte)' ';

    /// <summary>Parses a line.</summary>
    /// <param name="line">A line without its end, as <see cref="LineReader"/> gives it.</param>
    /// <param name="message">A view of <paramref name="line"/>: valid while its bytes are.</param>
    /// <param name="error">Why it is not a message; otherwise None.</param>
    public static bool TryParse(ReadOnlySpan<byte> line, out MessageView message, out MessageError error)
    {
        message = default;
        var position = SkipSpaces(line, 0);
        if (position == line.Length)
        {
            error = MessageError.Empty;
            return false;
        }

        var tags = TakeMarked(line, ref position, (byte)'@');
        var source = TakeMarked(line, ref position, (byte)':');
        var verb = TakeWord(line, ref position);
        if (verb.IsEmpty)
        {
            error = MessageError.NoVerb;
            return false;
        }

        message = new MessageView(line, tags, source, verb, position);
        error = MessageError.None;
        return true;
    }

    /// <summary>Takes the next parameter.</summary>
    /// <param name="line">The line.</param>
    /// <param name="position">Where the previous parameter ended; on return, where this one ends.</param>
    /// <param name="start">Where the parameter starts.</param>
    /// <returns>False at the end of the line.</returns>
    internal static bool TryTakeParameter(ReadOnlySpan<byte> line, scoped ref int position, out int start)
    {
        start = SkipSpaces(line, position);
        if (start == line.Length)
        {
            position = start;
            return false;
        }

        if (line[start] == ':')
        {
            start++;
            position = line.Length;
        }
        else
        {
            position = EndOfWord(line, start);
        }

        return true;
    }

    private static ReadOnlySpan<byte> TakeMarked(ReadOnlySpan<byte> line, scoped ref int position, byte mark)
    {
        if (position == line.Length || line[position] != mark)
            return default;

        position++;
        var word = line[position..EndOfWord(line, position)];
        position = SkipSpaces(line, position + word.Length);
        return word;
    }

    private static ReadOnlySpan<byte> TakeWord(ReadOnlySpan<byte> line, scoped ref int position)
    {
        var start = position;
        position = EndOfWord(line, start);
        return line[start..position];
    }

    private static int EndOfWord(ReadOnlySpan<byte> line, int start)
    {
        var length = line[start..].IndexOf(Space);
        return length < 0 ? line.Length : start + length;
    }

    private static int SkipSpaces(ReadOnlySpan<byte> line, int start)
    {
        var skipped = line[start..].IndexOfAnyExcept(Space);
        return skipped < 0 ? line.Length : start + skipped;
    }
}
