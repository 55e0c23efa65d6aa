using System.Net;

namespace ChatServer.Engine.Connections;

/// <summary>Which names may stand for a host in <c>nick!user@host</c>.</summary>
internal static class Hostname
{
    /// <summary>Whether others may see the name as it is: no longer than allowed, and without what would break a line or a mask.</summary>
    /// <remarks>It has to look like a name: what reads as an address would pass for one that it isn't. Source: RFC 1123 section 2.1, and
    /// the underscore that providers use in practice.</remarks>
    public static bool IsFit(string name, int longest) =>
        name.Length > 0
        && name.Length <= longest
        && char.IsAsciiLetterOrDigit(name[0])
        && name.Contains('.', StringComparison.Ordinal)
        && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_')
        && !IPAddress.TryParse(name, out _);
}
