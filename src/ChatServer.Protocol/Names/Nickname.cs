using System.Buffers;
using System.Text;

namespace ChatServer.Protocol;

/// <summary>A valid nickname. Two are equal if they are the same under the server's case mapping.</summary>
/// <remarks>
/// <para>Letters, digits, <c>- [ ] \ ` _ ^ {
/// }</c>, and <c>~</c> after the first character; no leading digit. Everything else has a meaning somewhere on the wire (mask, target list,
/// room prefix, trailing parameter) or can't be told apart by eye. Letters and digits are those of ASCII, or with <see
/// cref="CaseMapping.Precis"/> those of every script.</para>
/// <para>Compare only nicknames parsed with the same mapping. <c>default</c> is the empty name, which parsing never returns.
/// Source: RFC 2812 section 2.3.1; Modern, Clients.</para>
/// </remarks>
public readonly struct Nickname : IEquatable<Nickname>
{
    private const string Letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static readonly SearchValues<char> FirstCharacters = SearchValues.Create(Letters + @"-[]\`_^{|}");
    private static readonly SearchValues<char> Characters = SearchValues.Create(Letters + @"-[]\`_^{|}~0123456789");

    private readonly string? _text;
    private readonly string? _folded;

    private Nickname(string text, string folded) => (_text, _folded) = (text, folded);

    /// <summary>As its owner writes it, in normal form.</summary>
    public string Text => _text ?? string.Empty;

    /// <summary>The form that decides equality.</summary>
    public string Folded => _folded ?? string.Empty;

    /// <summary>Parses a nickname as received.</summary>
    /// <param name="wire">The parameter's bytes.</param>
    /// <param name="mapping">The server's case mapping.</param>
    /// <param name="maxBytes">NICKLEN, in bytes.</param>
    /// <param name="nickname">The name, or <c>default</c>.</param>
    /// <returns>False if the bytes are not a valid nickname (432).</returns>
    public static bool TryParse(ReadOnlySpan<byte> wire, CaseMapping mapping, int maxBytes, out Nickname nickname)
    {
        nickname = default;
        return wire.Length <= maxBytes
            && (Ascii.IsValid(wire) || (mapping.CoversAllScripts && Utf8Text.IsValid(wire)))
            && TryParse(Encoding.UTF8.GetString(wire), mapping, maxBytes, out nickname);
    }

    /// <inheritdoc cref="TryParse(ReadOnlySpan{byte}, CaseMapping, int, out Nickname)"/>
    public static bool TryParse(string wire, CaseMapping mapping, int maxBytes, out Nickname nickname)
    {
        ArgumentNullException.ThrowIfNull(wire);
        ArgumentNullException.ThrowIfNull(mapping);
        if (wire.Length == 0 || wire.Length > maxBytes || !(IsPlain(wire) || IsForeign(wire, mapping, maxBytes)))
        {
            nickname = default;
            return false;
        }

        // One name has one form, or others could not tell whom they see. The form may be longer than what was typed.
        var text = mapping.CoversAllScripts ? NormalForm.Compose(wire) : wire;
        nickname = Encoding.UTF8.GetByteCount(text) <= maxBytes ? new Nickname(text, mapping.Fold(text)) : default;
        return nickname._text is not null;
    }

    private static bool IsPlain(string wire) => FirstCharacters.Contains(wire[0]) && !wire.AsSpan().ContainsAnyExcept(Characters);

    private static bool IsForeign(string wire, CaseMapping mapping, int maxBytes) =>
        mapping.CoversAllScripts
        && !Ascii.IsValid(wire)
        && Encoding.UTF8.GetByteCount(wire) <= maxBytes
        && (!char.IsAscii(wire[0]) || FirstCharacters.Contains(wire[0]))
        && wire.All(letter => !char.IsAscii(letter) || Characters.Contains(letter))
        && IdentifierText.IsAllowed(wire);

    /// <inheritdoc/>
    public bool Equals(Nickname other) => string.Equals(Folded, other.Folded, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Nickname other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Folded.GetHashCode(StringComparison.Ordinal);

    /// <summary>As its owner writes it.</summary>
    public override string ToString() => Text;

    /// <summary>Whether both are the same name.</summary>
    public static bool operator ==(Nickname left, Nickname right) => left.Equals(right);

    /// <summary>Whether the names differ.</summary>
    public static bool operator !=(Nickname left, Nickname right) => !left.Equals(right);
}
