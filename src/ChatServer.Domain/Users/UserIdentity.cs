using System.Net;
using ChatServer.Protocol;

namespace ChatServer.Domain.Users;

/// <summary>Who a user is, as the server knows it: the copy that rooms, directories and events hold.</summary>
/// <remarks>Immutable, and so freely shared between actors. A change makes a new one, and the user tells all who hold a copy.</remarks>
public sealed record UserIdentity
{
    // The properties that Source is made of reset it, so that a copy made by "with" does not keep the original's.
    private byte[]? _source;

    /// <summary>What never changes about the user.</summary>
    public required UserId Id { get; init; }

    /// <summary>The nick held now.</summary>
    public required Nickname Nick
    {
        get;
        init
        {
            field = value;
            _source = null;
        }
    }

    /// <summary>The user name as others see it; a leading <c>~</c> says that nobody has confirmed it.</summary>
    public required string UserName
    {
        get;
        init
        {
            field = value;
            _source = null;
        }
    }

    /// <summary>The host as others see it.</summary>
    public required string Host
    {
        get;
        init
        {
            field = value;
            _source = null;
        }
    }

    /// <summary>The host before an operator changed it; null when it was not changed.</summary>
    /// <remarks>Shown only to the user himself and to server operators. Masks match it too, so that a new host evades no ban.</remarks>
    public string? OriginalHost { get; init; }

    /// <summary>The free text that USER gave (the "gecos" of old).</summary>
    public required WireText RealName { get; init; }

    /// <summary>Where the connection comes from; shown only to the user himself and to server operators.</summary>
    public required IPAddress Address { get; init; }

    /// <summary>Modes of the user that are set.</summary>
    public UserModeFlags Modes { get; init; }

    /// <summary>What WHOIS says of the user as an operator of the server; null for those who are none.</summary>
    public string? OperatorTitle { get; init; }

    /// <summary>The account the user is logged in to; null for none.</summary>
    public string? Account { get; init; }

    /// <summary>Why the user is away; null when present.</summary>
    public WireText? Away { get; init; }

    /// <summary>Whether the connection is encrypted (TLS).</summary>
    public bool IsSecure { get; init; }

    /// <summary>When registration completed, UTC.</summary>
    public DateTimeOffset SignedOn { get; init; }

    /// <summary><c>nick!user@host</c>, the source of every line the user causes.</summary>
    /// <remarks>Made on first use and kept. Two threads may make it at once; their bytes are equal, so it does not matter whose are
    /// kept.</remarks>
    public ReadOnlySpan<byte> Source => _source ??= System.Text.Encoding.UTF8.GetBytes(FullName);

    /// <summary><c>nick!user@host</c> as text.</summary>
    public string FullName => $"{Nick.Text}!{UserName}@{Host}";

    /// <summary>Whether a mode is set.</summary>
    /// <param name="mode">One mode.</param>
    public bool Has(UserModeFlags mode) => (Modes & mode) != 0;

    /// <summary>Whether a mask of a ban, exception or invitation list covers this user, by his current host, his original one or his
    /// address.</summary>
    /// <param name="mask">A normalised mask.</param>
    public bool IsCoveredBy(UserMask mask)
    {
        ArgumentNullException.ThrowIfNull(mask);
        return mask.Matches(Nick.Text, UserName, Host, Address)
            || (OriginalHost is { } original && mask.Matches(Nick.Text, UserName, original, Address));
    }
}
