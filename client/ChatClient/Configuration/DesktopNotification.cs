namespace ChatClient.Configuration;

/// <summary>The escape sequence that asks a terminal to show a notification.</summary>
internal enum DesktopNotification
{
    /// <summary>None.</summary>
    None,

    /// <summary>OSC 9: iTerm2, WezTerm, Windows Terminal, kitty, ghostty.</summary>
    Osc9,

    /// <summary>OSC 777: urxvt, foot, WezTerm, ghostty.</summary>
    Osc777,
}
