using System.Text;

namespace ChatServer.Protocol;

/// <summary>A valid room name. Two are equal if they are the same under the server's case mapping.</summary>
/// <remarks>
/// <para><c>#</c>, then well-formed UTF-8 without comma, white space and control characters: the wire forbids some of those, and the others
/// would only serve to imitate another room's name. Letters outside ASCII are allowed, and have no case.</para>
/// <para>Compare only names parsed with the same mapping. <c>default</c> is the empty name, which parsing never returns.
/// Source: Modern, Channels.</para>
/// </remarks>
public readonly struct RoomName : IEquatable<RoomName>
{
    /// <summary>The first character of every room name; the whole value of ISUPPORT's <c>CHANTYPES</c>.</summary>
    public const char Prefix = '#';

    private readonly string? _text;
    private readonly string? _folded;

    private RoomName(string text, string folded) => (_text, _folded) = (text, folded);

    /// <summary>As the room's creator wrote it.</summary>
    public string Text => _text ?? string.Empty;

    /// <summary>The form that decides equality.</summary>
    public string Folded => _folded ?? string.Empty;

    /// <summary>Whether a target is meant as a room rather than as a nickname.</summary>
    public static bool LooksLikeRoom(ReadOnlySpan<byte> target) => !target.IsEmpty && target[0] == Prefix;

    /// <summary>Parses a room name as received.</summary>
    /// <param name="wire">The parameter's bytes.</param>
    /// <param name="mapping">The server's case mapping.</param>
    /// <param name="maxBytes">CHANNELLEN, in bytes, with the prefix.</param>
    /// <param name="room">The name, or <c>default</c>.</param>
    /// <returns>False if the bytes are not a valid room name (403 or 476).</returns>
    public static bool TryParse(ReadOnlySpan<byte> wire, CaseMapping mapping, int maxBytes, out RoomName room)
    {
        room = default;
        return wire.Length <= maxBytes && LooksLikeRoom(wire) && Utf8Text.IsValid(wire)
            && TryParse(Encoding.UTF8.GetString(wire), mapping, maxBytes, out room);
    }

    /// <inheritdoc cref="TryParse(ReadOnlySpan{byte}, CaseMapping, int, out RoomName)"/>
    public static bool TryParse(string wire, CaseMapping mapping, int maxBytes, out RoomName room)
    {
        ArgumentNullException.ThrowIfNull(wire);
        ArgumentNullException.ThrowIfNull(mapping);
        if (!wire.StartsWith(Prefix) || Encoding.UTF8.GetByteCount(wire) > maxBytes || !wire.EnumerateRunes().All(IsAllowed))
        {
            room = default;
            return false;
        }

        room = new RoomName(wire, mapping.Fold(wire));
        return true;
    }

    /// <inheritdoc/>
    public bool Equals(RoomName other) => string.Equals(Folded, other.Folded, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is RoomName other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Folded.GetHashCode(StringComparison.Ordinal);

    /// <summary>As the room's creator wrote it.</summary>
    public override string ToString() => Text;

    /// <summary>Whether both are the same name.</summary>
    public static bool operator ==(RoomName left, RoomName right) => left.Equals(right);

    /// <summary>Whether the names differ.</summary>
    public static bool operator !=(RoomName left, RoomName right) => !left.Equals(right);

    // A lone surrogate in a string enumerates as U+FFFD; refusing that keeps Text and its bytes one to one.
    private static bool IsAllowed(Rune rune) =>
        rune.Value != ',' && rune != Rune.ReplacementChar && !Rune.IsControl(rune) && !Rune.IsWhiteSpace(rune);
}
