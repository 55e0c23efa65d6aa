using System.Net;
using ChatServer.Protocol;

namespace ChatServer.Domain.Users;

/// <summary>Who a user is, as the server knows it: the copy that rooms, directories and events hold.</summary>
/// <remarks>Immutable, and so shared freely between actors. A change makes a new one, which its owner tells to whoever holds a
/// copy.</remarks>
public sealed record UserIdentity
{
    // What Source is made of resets it, so that a copy made by "with" does not keep its original's.
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

    /// <summary>The user name as others see it; <c>~</c> in front says that nobody confirmed it.</summary>
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

    /// <summary>The host that others saw before it was changed for another; null while it is the one they see.</summary>
    /// <remarks>Shown to the user himself and to server operators only. A mask fits by it too, so that a new host evades no ban.</remarks>
    public string? OriginalHost { get; init; }

    /// <summary>The free text that USER gave (the "gecos" of old).</summary>
    public required WireText RealName { get; init; }

    /// <summary>Where the connection comes from; shown to the user himself and to server operators only.</summary>
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
    /// <remarks>Made on first use and kept. Two threads may make it at once; they make equal bytes, and the later one stays.</remarks>
    public ReadOnlySpan<byte> Source => _source ??= System.Text.Encoding.UTF8.GetBytes(FullName);

    /// <summary><c>nick!user@host</c> as text.</summary>
    public string FullName => $"{Nick.Text}!{UserName}@{Host}";

    /// <summary>Whether a mode is set.</summary>
    /// <param name="mode">One mode.</param>
    public bool Has(UserModeFlags mode) => (Modes & mode) != 0;

    /// <summary>Whether a mask of a ban, exception or invitation list covers this user, by the host others see, by the one they saw before
    /// or by the real address.</summary>
    /// <param name="mask">A normalised mask.</param>
    public bool IsCoveredBy(UserMask mask)
    {
        ArgumentNullException.ThrowIfNull(mask);
        return mask.Matches(Nick.Text, UserName, Host, Address)
            || (OriginalHost is { } original && mask.Matches(Nick.Text, UserName, original, Address));
    }
}
