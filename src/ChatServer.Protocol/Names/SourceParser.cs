namespace ChatServer.Protocol;

/// <summary>Splits a source: <c>nick [ "!" user ] [ "@" host ]</c>.</summary>
/// <remarks>Total: any text has a reading. The host starts at the last <c>@</c>, because it is the only part that can't contain one.
/// Source: Modern, Source.</remarks>
public static class SourceParser
{
    /// <summary>Splits a source into owned parts.</summary>
    public static UserSource Parse(string source)
    {
        ArgumentNullException.ThrowIfNull(source);
        Split(source, out var nick, out var user, out var host);
        return new UserSource(nick.ToString(), user.ToString(), host.ToString());
    }

    /// <summary>Splits a source in place; a missing part is empty.</summary>
    public static void Split(
        ReadOnlySpan<char> source, out ReadOnlySpan<char> nick, out ReadOnlySpan<char> user, out ReadOnlySpan<char> host)
    {
        var at = source.LastIndexOf('@');
        host = at < 0 ? default : source[(at + 1)..];
        var left = at < 0 ? source : source[..at];

        var bang = left.IndexOf('!');
        user = bang < 0 ? default : left[(bang + 1)..];
        nick = bang < 0 ? left : left[..bang];
    }
}
