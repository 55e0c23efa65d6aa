using System.Collections.Immutable;
using ChatClient.Terminal;

namespace ChatClient.Themes;

/// <summary>How everything looks.</summary>
internal sealed record Theme
{
    /// <summary>How it is called in the configuration.</summary>
    public required string Name { get; init; }

    /// <summary>How many colours may be used: 0, 16 or 256.</summary>
    public required int Colors { get; init; }

    /// <summary>What people say.</summary>
    public Style Text { get; init; }

    /// <summary>The time of an entry.</summary>
    public required Style Time { get; init; }

    /// <summary>Lines between the parts of the screen.</summary>
    public required Style Border { get; init; }

    /// <summary>What happened: joins, modes, what the program says.</summary>
    public required Style Info { get; init; }

    /// <summary>What went wrong.</summary>
    public required Style Error { get; init; }

    /// <summary>What a program said.</summary>
    public required Style Notice { get; init; }

    /// <summary>What mentions us: the nick in front of it.</summary>
    public required Style Mention { get; init; }

    /// <summary>What we said and the server does not have yet.</summary>
    public required Style Pending { get; init; }

    /// <summary>Reactions, what a reply answers, and other small print.</summary>
    public required Style Aside { get; init; }

    /// <summary>The line between what is read and what is new.</summary>
    public required Style NewMark { get; init; }

    /// <summary>The topic line.</summary>
    public required Style Topic { get; init; }

    /// <summary>The status line.</summary>
    public required Style Status { get; init; }

    /// <summary>What stands out in the status line.</summary>
    public required Style StatusAccent { get; init; }

    /// <summary>What is wrong in the status line.</summary>
    public required Style StatusAlarm { get; init; }

    /// <summary>A conversation in the sidebar in which nothing is new.</summary>
    public required Style Quiet { get; init; }

    /// <summary>The conversation in the sidebar that is shown.</summary>
    public required Style Current { get; init; }

    /// <summary>One with new messages.</summary>
    public required Style Unread { get; init; }

    /// <summary>One with messages for us.</summary>
    public required Style Called { get; init; }

    /// <summary>A rank in front of a member's nick.</summary>
    public required Style Rank { get; init; }

    /// <summary>A match of a search, a chosen message, a formatting code in the input.</summary>
    public required Style Found { get; init; }

    /// <summary>The prompt of the input line.</summary>
    public required Style Prompt { get; init; }

    /// <summary>Colours of nicks: which one depends on nothing but the nick.</summary>
    public required ImmutableArray<Color> Nicks { get; init; }

    /// <summary>The nearest style that may be used.</summary>
    public Style Allow(Style style) => Colors switch
    {
        0 => new Style(Attributes: style.Attributes),
        16 => new Style(Palette.NearestOf16(style.Foreground), Palette.NearestOf16(style.Background), style.Attributes),
        _ => style,
    };
}
