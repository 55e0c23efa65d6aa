using System.Diagnostics.CodeAnalysis;
using ChatServer.Domain.Users;
using ChatServer.Protocol;

namespace ChatServer.Domain.Rooms;

/// <summary>Whom an entry of a list mode covers: a <c>nick!user@host</c> mask, or an extended mask ("extban") for something else.</summary>
/// <remarks>Equal masks are those with the same folded text. Immutable; any thread. Extended masks: <see cref="ExtendedMask"/>.</remarks>
public abstract class RoomMask : IEquatable<RoomMask>
{
    private readonly string _folded;

    private protected RoomMask(string text, CaseMapping mapping)
    {
        Text = text;
        Mapping = mapping;
        _folded = mapping.Fold(text);
    }

    /// <summary>The mask in full: what lists and MODE show.</summary>
    public string Text { get; }

    private protected CaseMapping Mapping { get; }

    /// <summary>Whether the entry is only about speaking, not about joining.</summary>
    public virtual bool IsAboutSpeechOnly => false;

    /// <summary>Reads a mask as MODE gives it.</summary>
    /// <param name="text">The parameter; not empty.</param>
    /// <param name="mapping">The server's case mapping.</param>
    /// <param name="mask">The mask, completed; null when the text is none.</param>
    /// <returns>False for an extended mask of an unknown kind, or with nothing after the colon.</returns>
    public static bool TryParse(string text, CaseMapping mapping, [NotNullWhen(true)] out RoomMask? mask)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(mapping);
        mask = ExtendedMask.IsMeant(text)
            ? ExtendedMask.Parse(text, mapping)
            : new ByName(UserMask.Parse(text, mapping), mapping);
        return mask is not null;
    }

    /// <summary>Whether the mask covers someone.</summary>
    /// <param name="who">Anyone.</param>
    /// <param name="rooms">The rooms he is known to be in; empty when nobody has asked.</param>
    public abstract bool Covers(UserIdentity who, IReadOnlyCollection<RoomName> rooms);

    /// <inheritdoc/>
    public bool Equals(RoomMask? other) => other is not null && string.Equals(_folded, other._folded, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as RoomMask);

    /// <inheritdoc/>
    public override int GetHashCode() => _folded.GetHashCode(StringComparison.Ordinal);

    /// <summary>The mask in full.</summary>
    public override string ToString() => Text;

    private sealed class ByName(UserMask mask, CaseMapping mapping) : RoomMask(mask.Text, mapping)
    {
        public override bool Covers(UserIdentity who, IReadOnlyCollection<RoomName> rooms) => who.IsCoveredBy(mask);
    }
}
