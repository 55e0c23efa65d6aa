using System.Buffers;

namespace ChatServer.Protocol;

/// <summary>Which host names may appear in a source or name a server.</summary>
public static class HostName
{
    private const int MaxBytes = 253;
    private const int MaxLabelBytes = 63;

    private static readonly SearchValues<char> LabelCharacters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-");

    private static readonly SearchValues<char> ShownCharacters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-_:/");

    /// <summary>Whether <paramref name="host"/> is a host name of letters, digits and hyphens with at least one dot.</summary>
    /// <remarks>The dot tells host and server names from nicknames; a trailing dot is enough. International names are given in their ASCII
    /// form. Addresses are not checked here. Source: RFC 952, RFC 1123 section 2.1; RFC 2812 section 2.3.1.</remarks>
    public static bool IsValid(string host)
    {
        ArgumentNullException.ThrowIfNull(host);
        if (host.Length > MaxBytes || !host.Contains('.', StringComparison.Ordinal))
            return false;

        var labels = host.EndsWith('.') ? host.AsSpan(0, host.Length - 1) : host;
        foreach (var label in labels.Split('.'))
        {
            if (!IsLabel(labels[label]))
                return false;
        }

        return true;
    }

    /// <summary>Whether <paramref name="host"/> may appear in a source even if it does not name a machine: letters, digits and <c>. - _ :
    /// /</c>, as in <c>staff/alice</c>.</summary>
    /// <remarks>A leading colon would start a trailing parameter.</remarks>
    public static bool CanBeShown(string host)
    {
        ArgumentNullException.ThrowIfNull(host);
        return host.Length is > 0 and <= MaxBytes && host[0] != ':' && !host.AsSpan().ContainsAnyExcept(ShownCharacters);
    }

    private static bool IsLabel(ReadOnlySpan<char> label) =>
        label.Length is > 0 and <= MaxLabelBytes && label[0] != '-' && label[^1] != '-' && !label.ContainsAnyExcept(LabelCharacters);
}
