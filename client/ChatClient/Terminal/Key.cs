namespace ChatClient.Terminal;

/// <summary>Keys held down with another.</summary>
[Flags]
internal enum KeyModifiers
{
    None = 0,
    Shift = 1,
    Alt = 2,
    Control = 4,
}

/// <summary>Which key.</summary>
internal enum KeyName
{
    /// <summary>One that types something; <see cref="Key.Text"/> says what.</summary>
    Character,
    Enter,
    Tab,
    Backspace,
    Delete,
    Insert,
    Escape,
    Up,
    Down,
    Left,
    Right,
    Home,
    End,
    PageUp,
    PageDown,

    /// <summary>A function key; <see cref="Key.Text"/> is its number.</summary>
    Function,
}

/// <summary>A key stroke.</summary>
/// <param name="Name">Which key.</param>
/// <param name="Text">For a character, that character; with Control, the lower-case letter on the key.</param>
/// <param name="Modifiers">What was held down with it; Shift is not told for characters.</param>
internal readonly record struct Key(KeyName Name, string Text = "", KeyModifiers Modifiers = KeyModifiers.None)
{
    public static Key Character(string text, KeyModifiers modifiers = KeyModifiers.None) => new(KeyName.Character, text, modifiers);

    /// <summary>Reads <c>Ctrl+A</c>, <c>Alt+1</c>, <c>PageUp</c>: what help shows and key bindings are written in.</summary>
    /// <exception cref="FormatException">No such key.</exception>
    public static Key Parse(string text)
    {
        var modifiers = KeyModifiers.None;
        while (text.IndexOf('+', StringComparison.Ordinal) is var plus and > 0 && plus < text.Length - 1)
        {
            modifiers |= text[..plus] switch
            {
                "Ctrl" => KeyModifiers.Control,
                "Alt" => KeyModifiers.Alt,
                "Shift" => KeyModifiers.Shift,
                var other => throw new FormatException($"{other} is no modifier"),
            };
            text = text[(plus + 1)..];
        }

        if (text.Length == 1)
            return Character(text.ToLowerInvariant(), modifiers);
        if (text[0] == 'F' && text.Length is 2 or 3 && char.IsAsciiDigit(text[1]))
            return new Key(KeyName.Function, text[1..], modifiers);
        return Enum.TryParse<KeyName>(text, out var name)
            ? new Key(name, string.Empty, modifiers)
            : throw new FormatException($"{text} is no key");
    }

    /// <inheritdoc/>
    public override string ToString()
    {
        var prefix = string.Concat(
            Modifiers.HasFlag(KeyModifiers.Control) ? "Ctrl+" : string.Empty,
            Modifiers.HasFlag(KeyModifiers.Alt) ? "Alt+" : string.Empty,
            Modifiers.HasFlag(KeyModifiers.Shift) ? "Shift+" : string.Empty);
        return prefix + Name switch
        {
            KeyName.Character when Modifiers == KeyModifiers.None => Text,
            KeyName.Character => Text.ToUpperInvariant(),
            KeyName.Function => $"F{Text}",
            _ => Name.ToString(),
        };
    }
}
