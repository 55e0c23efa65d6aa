namespace ChatClient.Terminal;

/// <summary>What comes from a terminal.</summary>
internal abstract record TerminalInput;

/// <summary>A key stroke.</summary>
internal sealed record KeyPressed(Key Key) : TerminalInput;

/// <summary>Text that was pasted as a whole. Its line ends are <c>\n</c>.</summary>
internal sealed record Pasted(string Text) : TerminalInput;

/// <summary>The terminal's window was entered or left. Only some terminals say so.</summary>
internal sealed record FocusChanged(bool HasFocus) : TerminalInput;
