namespace ChatClient.Terminal;

/// <summary>Keys that are held down together with another key.</summary>
[Flags]
internal enum KeyModifiers
{
    None = 0,
    Shift = 1,
    Alt = 2,
    Control = 4,
}

/// <summary>The keys that the program knows.</summary>
internal enum KeyName
{
    /// <summary>A key that types a character, which is in <see cref="Key.Text"/>.</summary>
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

/// <summary>A key that was pressed, with its modifiers.</summary>
/// <param name="Name">The key.</param>
/// <param name="Text">For a character key, the character. With Control, the lower-case letter on the key.</param>
/// <param name="Modifiers">The modifier keys held down with it. A terminal does not report Shift for character keys.</param>
internal readonly record struct Key(KeyName Name, string Text = "", KeyModifiers Modifiers = KeyModifiers.None)
{
    public static Key Character(string text, KeyModifiers modifiers = KeyModifiers.None) => new(KeyName.Character, text, modifiers);

    /// <summary>Reads a key as written in key bindings and in help: <c>Ctrl+A</c>, <c>Alt+1</c>, <c>PageUp</c>.</summary>
    /// <exception cref="FormatException">There is no such key.</exception>
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
