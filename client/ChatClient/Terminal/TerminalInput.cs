namespace ChatClient.Terminal;

/// <summary>Something that a terminal reports.</summary>
internal abstract record TerminalInput;

/// <summary>A key was pressed.</summary>
internal sealed record KeyPressed(Key Key) : TerminalInput;

/// <summary>Text was pasted. Its line breaks are <c>\n</c>.</summary>
internal sealed record Pasted(string Text) : TerminalInput;

/// <summary>The terminal's window got or lost the focus. Only some terminals report it.</summary>
internal sealed record FocusChanged(bool HasFocus) : TerminalInput;
