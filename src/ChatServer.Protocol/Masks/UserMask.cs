using System.Net;

namespace ChatServer.Protocol;

/// <summary>Which users a ban, an exception or an invitation applies to: <c>nick!user@host</c> with the wildcards of <see
/// cref="Glob"/>.</summary>
/// <remarks>The host part may also be an address range (<c>*!*@192.0.2.0/24</c>). Masks are equal if their folded texts are. Extended masks
/// (<c>~a:account</c>) are not parsed here: check for them first. Immutable; any thread.</remarks>
public sealed class UserMask : IEquatable<UserMask>
{
    private readonly CaseMapping _mapping;
    private readonly string _folded;
    private readonly Range _nick;
    private readonly Range _user;
    private readonly Range _host;
    private readonly AddressRange? _addresses;

    private UserMask(string nick, string user, string host, CaseMapping mapping)
    {
        _mapping = mapping;
        Text = $"{nick}!{user}@{host}";
        _addresses = AddressRange.TryParse(host, out var addresses) ? addresses : null;

        // Folding can change the length: it also joins letters with their marks.
        (nick, user) = (mapping.Fold(nick), mapping.Fold(user));
        _folded = $"{nick}!{user}@{mapping.Fold(host)}";
        _nick = ..nick.Length;
        _user = (nick.Length + 1)..(nick.Length + 1 + user.Length);
        _host = (nick.Length + user.Length + 2)..;
    }

    /// <summary>The complete mask, in the case it was given in: what lists and MODE show.</summary>
    public string Text { get; }

    /// <summary>Parses a mask and completes what was left out.</summary>
    /// <remarks>
    /// <list type="table">
    /// <item><term><c>nick</c></term><description><c>nick!*@*</c></description></item>
    /// <item><term><c>*.host</c>, or anything with <c>.</c> or <c>:</c></term><description><c>*!*@*.host</c></description></item>
    /// <item><term><c>user@host</c></term><description><c>*!user@host</c></description></item>
    /// <item><term><c>nick!user</c></term><description><c>nick!user@*</c></description></item>
    /// </list>
    /// Total: an empty part becomes <c>*</c>, a run of stars one star, and the text ends at its first space or control character, since a
    /// mask is one parameter on the wire. Refuse an empty parameter before it gets here: it would match everyone.
    /// </remarks>
    public static UserMask Parse(string text, CaseMapping mapping)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(mapping);

        var mask = FirstWord(text);
        SourceParser.Split(mask, out var nick, out var user, out var host);

        var hasNick = mask[..(mask.Length - host.Length)].Contains('!');
        if (!hasNick)
        {
            if (mask.Contains('@'))
            {
                user = nick;
                nick = default;
            }
            else if (mask.ContainsAny('.', ':'))
            {
                host = nick;
                nick = default;
            }
        }

        return new UserMask(Complete(nick), Complete(user), Complete(host), mapping);
    }

    /// <summary>Whether a full source matches.</summary>
    /// <param name="nickUserHost"><c>nick!user@host</c>, in any case.</param>
    public bool Matches(string nickUserHost)
    {
        ArgumentNullException.ThrowIfNull(nickUserHost);
        return Glob.IsMatch(_folded, nickUserHost, _mapping);
    }

    /// <summary>Whether a user matches by one of his host's names.</summary>
    /// <param name="nick">Nickname.</param>
    /// <param name="user">User name with its <c>~</c>.</param>
    /// <param name="host">Host name, visible or real; call once for each, so that nobody evades a ban by changing the visible one.</param>
    /// <param name="address">The address he connected from, or null; matches by its text or as part of an address range.</param>
    public bool Matches(string nick, string user, string host, IPAddress? address)
    {
        ArgumentNullException.ThrowIfNull(nick);
        ArgumentNullException.ThrowIfNull(user);
        ArgumentNullException.ThrowIfNull(host);
        return Fits(_nick, nick) && Fits(_user, user) && (Fits(_host, host) || (address is not null && HostFits(address)));
    }

    /// <inheritdoc/>
    public bool Equals(UserMask? other) => other is not null && string.Equals(_folded, other._folded, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as UserMask);

    /// <inheritdoc/>
    public override int GetHashCode() => _folded.GetHashCode(StringComparison.Ordinal);

    /// <summary>The complete mask.</summary>
    public override string ToString() => Text;

    private static ReadOnlySpan<char> FirstWord(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == ' ' || char.IsControl(text[i]))
                return text.AsSpan(0, i);
        }

        return text;
    }

    private static string Complete(ReadOnlySpan<char> part)
    {
        if (part.IsEmpty)
            return "*";

        Span<char> kept = part.Length <= 256 ? stackalloc char[256] : new char[part.Length];
        var length = 0;
        foreach (var value in part)
        {
            if (value != '*' || length == 0 || kept[length - 1] != '*')
                kept[length++] = value;
        }

        return kept[..length].ToString();
    }

    private bool Fits(Range part, string text) => Glob.IsMatch(_folded.AsSpan(part), text, _mapping);

    private bool HostFits(IPAddress address)
    {
        // Masks of IPv4 addresses also apply to an IPv4 client of an IPv6 socket.
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        if (_addresses is { } range)
            return range.Contains(address);

        Span<char> text = stackalloc char[64];
        return address.TryFormat(text, out var written) && Glob.IsMatch(_folded.AsSpan(_host), text[..written], _mapping);
    }
}
