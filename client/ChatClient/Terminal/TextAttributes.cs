namespace ChatClient.Terminal;

/// <summary>How text is drawn, apart from its colour.</summary>
[Flags]
internal enum TextAttributes : byte
{
    None = 0,
    Bold = 1,
    Dim = 2,
    Italic = 4,
    Underline = 8,
    Reverse = 16,
    Strikethrough = 32,
}
