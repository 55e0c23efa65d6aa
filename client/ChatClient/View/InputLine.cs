using ChatClient.Terminal;

namespace ChatClient.View;

/// <summary>The text that the user is typing, with a cursor.</summary>
/// <remarks>Immutable: every edit returns a new line. The cursor is always between grapheme clusters.</remarks>
/// <param name="Text">The text; <c>\n</c> separates lines.</param>
/// <param name="Cursor">Index into <paramref name="Text"/>, up to its length.</param>
/// <param name="Killed">The text that was cut last, for <see cref="Yank"/>.</param>
internal sealed record InputLine(string Text, int Cursor, string Killed)
{
    /// <summary>Maximum length of the text. Unit: UTF-16 code units. An insertion that would exceed it is ignored.</summary>
    public const int Longest = 16 * 1024;

    public static readonly InputLine Empty = new(string.Empty, 0, string.Empty);

    public bool IsEmpty => Text.Length == 0;

    public InputLine Insert(string text) =>
        Text.Length + text.Length > Longest
            ? this
            : this with { Text = Text.Insert(Cursor, text), Cursor = Cursor + text.Length };

    /// <summary>Replaces the whole text; the cursor goes to its end.</summary>
    public InputLine Replace(string text) => this with { Text = text, Cursor = text.Length };

    /// <summary>Replaces the part from <paramref name="start"/> to the cursor.</summary>
    public InputLine ReplaceBeforeCursor(int start, string text) =>
        this with { Text = string.Concat(Text.AsSpan(0, start), text, Text.AsSpan(Cursor)), Cursor = start + text.Length };

    public InputLine Clear() => Replace(string.Empty);

    public InputLine Left() => this with { Cursor = ClusterBefore(Cursor) };

    public InputLine Right() => this with { Cursor = ClusterAfter(Cursor) };

    public InputLine Home() => this with { Cursor = 0 };

    public InputLine End() => this with { Cursor = Text.Length };

    public InputLine WordLeft() => this with { Cursor = WordBefore(char.IsLetterOrDigit) };

    public InputLine WordRight() => this with { Cursor = WordAfter() };

    public InputLine Backspace() => Cut(ClusterBefore(Cursor), Cursor, keep: false);

    public InputLine Delete() => Cut(Cursor, ClusterAfter(Cursor), keep: false);

    public InputLine KillToEnd() => Cut(Cursor, Text.Length);

    public InputLine KillToStart() => Cut(0, Cursor);

    /// <summary>Cuts the word before the cursor, back to a space, as Ctrl+W does in a shell.</summary>
    public InputLine KillBlankWord() => Cut(WordBefore(letter => !char.IsWhiteSpace(letter)), Cursor);

    /// <summary>Cuts the letters and digits before the cursor, as Alt+Backspace does in a shell.</summary>
    public InputLine KillWordLeft() => Cut(WordBefore(char.IsLetterOrDigit), Cursor);

    public InputLine KillWordRight() => Cut(Cursor, WordAfter());

    public InputLine Yank() => Insert(Killed);

    /// <summary>Swaps the clusters before and after the cursor. At the end of the text it swaps the last two.</summary>
    public InputLine Transpose()
    {
        var middle = Cursor == Text.Length ? ClusterBefore(Cursor) : Cursor;
        var start = ClusterBefore(middle);
        var end = ClusterAfter(middle);
        return start == middle
            ? this
            : this with { Text = string.Concat(Text[..start], Text[middle..end], Text[start..middle], Text[end..]), Cursor = end };
    }

    private InputLine Cut(int start, int end, bool keep = true) =>
        start == end ? this : new InputLine(Text.Remove(start, end - start), start, keep ? Text[start..end] : Killed);

    private int ClusterAfter(int index) => index == Text.Length ? index : index + UnicodeWidth.ClusterLength(Text, index);

    // Cluster boundaries can only be found by going forward from the start of the text.
    private int ClusterBefore(int index)
    {
        var before = 0;
        for (var next = 0; next < index; next = ClusterAfter(next))
            before = next;
        return before;
    }

    private int WordBefore(Func<char, bool> isWord)
    {
        var index = Cursor;
        while (index > 0 && !isWord(Text[index - 1]))
            index--;
        while (index > 0 && isWord(Text[index - 1]))
            index--;
        return index;
    }

    private int WordAfter()
    {
        var index = Cursor;
        while (index < Text.Length && !char.IsLetterOrDigit(Text[index]))
            index++;
        while (index < Text.Length && char.IsLetterOrDigit(Text[index]))
            index++;
        return index;
    }
}
