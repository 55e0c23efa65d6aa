using System.Collections.Immutable;
using ChatClient.Terminal;

namespace ChatClient.Themes;

/// <summary>The styles of everything on the screen.</summary>
internal sealed record Theme
{
    /// <summary>Name in the configuration.</summary>
    public required string Name { get; init; }

    /// <summary>How many colours may be used: 0, 16 or 256.</summary>
    public required int Colors { get; init; }

    /// <summary>Text of messages.</summary>
    public Style Text { get; init; }

    /// <summary>The time of an entry.</summary>
    public required Style Time { get; init; }

    /// <summary>Lines between the parts of the screen.</summary>
    public required Style Border { get; init; }

    /// <summary>Events such as joins and mode changes, and the program's own texts.</summary>
    public required Style Info { get; init; }

    /// <summary>Errors.</summary>
    public required Style Error { get; init; }

    /// <summary>Notices, which come mostly from programs.</summary>
    public required Style Notice { get; init; }

    /// <summary>The nick in front of a message that mentions us.</summary>
    public required Style Mention { get; init; }

    /// <summary>Our message that the server has not confirmed yet.</summary>
    public required Style Pending { get; init; }

    /// <summary>Reactions, the message that a reply answers, and other details.</summary>
    public required Style Aside { get; init; }

    /// <summary>The line between read and new messages.</summary>
    public required Style NewMark { get; init; }

    /// <summary>The topic line.</summary>
    public required Style Topic { get; init; }

    /// <summary>The status line.</summary>
    public required Style Status { get; init; }

    /// <summary>Important parts of the status line.</summary>
    public required Style StatusAccent { get; init; }

    /// <summary>Warnings in the status line.</summary>
    public required Style StatusAlarm { get; init; }

    /// <summary>A conversation in the sidebar without new messages.</summary>
    public required Style Quiet { get; init; }

    /// <summary>The conversation in the sidebar that is open.</summary>
    public required Style Current { get; init; }

    /// <summary>A conversation in the sidebar with new messages.</summary>
    public required Style Unread { get; init; }

    /// <summary>A conversation in the sidebar with new messages that mention us, or a private one with new messages.</summary>
    public required Style Called { get; init; }

    /// <summary>A rank in front of a member's nick.</summary>
    public required Style Rank { get; init; }

    /// <summary>A match of a search, a chosen message, a formatting code in the input.</summary>
    public required Style Found { get; init; }

    /// <summary>The prompt of the input line.</summary>
    public required Style Prompt { get; init; }

    /// <summary>Colours of nicks. The nick alone decides which one it gets.</summary>
    public required ImmutableArray<Color> Nicks { get; init; }

    /// <summary>The most similar style that uses only the allowed colours.</summary>
    public Style Allow(Style style) => Colors switch
    {
        0 => new Style(Attributes: style.Attributes),
        16 => new Style(Palette.NearestOf16(style.Foreground), Palette.NearestOf16(style.Background), style.Attributes),
        _ => style,
    };
}
