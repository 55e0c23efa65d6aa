using System.Collections.Immutable;

namespace ChatClient.View;

/// <summary>What an entry of a conversation is.</summary>
internal enum EntryKind
{
    /// <summary>Someone said something.</summary>
    Message,

    /// <summary>Someone does something: <c>/me</c>.</summary>
    Action,

    /// <summary>A program said something.</summary>
    Notice,

    /// <summary>People came, went, or changed their nicks: several in one entry.</summary>
    Passages,

    /// <summary>Something else that happened.</summary>
    Info,

    /// <summary>Something went wrong.</summary>
    Error,
}

/// <summary>How far what we said has come.</summary>
internal enum Delivery
{
    /// <summary>The server has it; or it is not ours.</summary>
    Done,

    /// <summary>On its way.</summary>
    Pending,

    /// <summary>The server refused it, or nobody knows.</summary>
    Failed,
}

/// <summary>One thing that a conversation shows.</summary>
/// <param name="Id">Tells it from all others; says nothing about the order.</param>
/// <param name="Time">When.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Nick">Who said or did it; empty where that is nobody.</param>
/// <param name="Text">What; <c>\n</c> parts lines, and formatting codes are still in it.</param>
internal sealed record Entry(long Id, DateTimeOffset Time, EntryKind Kind, string Nick, string Text)
{
    /// <summary>The server's id of the message, or null.</summary>
    public string? MessageId { get; init; }

    /// <summary>The label of a message of ours that is on its way, or null.</summary>
    public string? Label { get; init; }

    public Delivery Delivery { get; init; }

    /// <summary>Why it was not delivered, or who took it back and why; empty for all others.</summary>
    public string Remark { get; init; } = string.Empty;

    /// <summary>Whether it was taken back: its text is not shown any more.</summary>
    public bool IsRedacted { get; init; }

    public bool IsOwn { get; init; }

    /// <summary>Whether it calls us by our nick.</summary>
    public bool IsMention { get; init; }

    /// <summary>What it answers, or null.</summary>
    public Quote? Quote { get; init; }

    public ImmutableList<Reaction> Reactions { get; init; } = [];

    /// <summary>Who came and went; for <see cref="EntryKind.Passages"/> only.</summary>
    public ImmutableList<Passage> Passages { get; init; } = [];

    /// <summary>Whether someone said it, so that it can be answered.</summary>
    public bool IsSpeech => Kind is EntryKind.Message or EntryKind.Action or EntryKind.Notice;

    /// <summary>The entry with a reaction more or less.</summary>
    public Entry WithReaction(string text, string nick, bool isRemoval)
    {
        var index = Reactions.FindIndex(reaction => reaction.Text == text);
        var nicks = index < 0 ? [] : Reactions[index].Nicks.Remove(nick);
        if (!isRemoval)
            nicks = nicks.Add(nick);

        var changed = new Reaction(text, nicks);
        return this with
        {
            Reactions = index < 0 ? isRemoval ? Reactions : Reactions.Add(changed)
                : nicks.IsEmpty ? Reactions.RemoveAt(index)
                : Reactions.SetItem(index, changed),
        };
    }
}

/// <summary>The message that another one answers.</summary>
internal sealed record Quote(string Nick, string Text);

/// <summary>A reaction, and who has it.</summary>
internal sealed record Reaction(string Text, ImmutableList<string> Nicks);

/// <summary>How someone came or went.</summary>
internal enum PassageKind
{
    Joined,
    Left,
    Renamed,
}

/// <summary>Someone came, went, or changed his nick.</summary>
/// <param name="Kind">Which of these.</param>
/// <param name="Nick">Who; the old nick.</param>
/// <param name="Detail">Parting words, or the new nick; may be empty.</param>
internal sealed record Passage(PassageKind Kind, string Nick, string Detail);
