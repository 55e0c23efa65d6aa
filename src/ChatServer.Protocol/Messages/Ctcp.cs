namespace ChatServer.Protocol;

/// <summary>Requests from one client to another, sent as the text of a message.</summary>
/// <remarks>
/// <code>%x01 command [SP parameters] [%x01]</code>
/// Any thread. Source: Modern, CTCP.
/// </remarks>
public static class Ctcp
{
    private const byte Mark = 1;

    /// <summary>Whether a text is a CTCP request other than <c>ACTION</c>, which is chat that people read.</summary>
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
