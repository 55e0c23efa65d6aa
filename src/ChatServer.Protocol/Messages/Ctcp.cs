namespace ChatServer.Protocol;

/// <summary>Requests of one client to another that travel as the text of a message.</summary>
/// <remarks>
/// <code>%x01 command [SP parameters] [%x01]</code>
/// Any thread. Source: Modern, CTCP.
/// </remarks>
public static class Ctcp
{
    private const byte Mark = 1;

    /// <summary>Whether a text is a request, and not merely something that its author does (<c>ACTION</c>, which people read).</summary>
    /// <param name="text">The text of a message.</param>
    public static bool IsOtherThanAction(ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty || text[0] != Mark) return false;
        var command = text[1..];
        var end = command.IndexOfAny((byte)' ', Mark);
        if (end >= 0) command = command[..end];
        return !command.SequenceEqual("ACTION"u8);
    }
}
