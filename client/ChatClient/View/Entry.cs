using System.Collections.Immutable;

namespace ChatClient.View;

/// <summary>The kinds of entries in a conversation.</summary>
internal enum EntryKind
{
    /// <summary>An ordinary message.</summary>
    Message,

    /// <summary>An action, sent with <c>/me</c>.</summary>
    Action,

    /// <summary>A notice, usually from a program.</summary>
    Notice,

    /// <summary>People joined, left, or changed their nicks. One entry holds several of these changes.</summary>
    Passages,

    /// <summary>Any other event.</summary>
    Info,

    /// <summary>An error.</summary>
    Error,
}

/// <summary>Whether a message of ours has reached the server.</summary>
internal enum Delivery
{
    /// <summary>The server has it. Also used for all other entries.</summary>
    Done,

    /// <summary>Sent, but not confirmed yet.</summary>
    Pending,

    /// <summary>The server refused it, or the connection broke before the server confirmed it.</summary>
    Failed,
}

/// <summary>One item of a conversation: a message or an event.</summary>
/// <param name="Id">Unique in the view. Ids say nothing about the order of entries.</param>
/// <param name="Time">When it was sent or happened.</param>
/// <param name="Kind">The kind of entry.</param>
/// <param name="Nick">The sender; empty if there is none.</param>
/// <param name="Text">The text, with formatting codes; <c>\n</c> separates lines.</param>
internal sealed record Entry(long Id, DateTimeOffset Time, EntryKind Kind, string Nick, string Text)
{
    /// <summary>The server's id of the message, or null.</summary>
    public string? MessageId { get; init; }

    /// <summary>The label of a message of ours that is not confirmed yet, or null.</summary>
    public string? Label { get; init; }

    public Delivery Delivery { get; init; }

    /// <summary>Why the message was not delivered, or who deleted it and why; otherwise empty.</summary>
    public string Remark { get; init; } = string.Empty;

    /// <summary>Whether the message was deleted. Its text is then no longer shown.</summary>
    public bool IsRedacted { get; init; }

    public bool IsOwn { get; init; }

    /// <summary>Whether the text contains our nick or another word that we want to be alerted to.</summary>
    public bool IsMention { get; init; }

    /// <summary>The message that this one replies to, or null.</summary>
    public Quote? Quote { get; init; }

    public ImmutableList<Reaction> Reactions { get; init; } = [];

    /// <summary>Who joined, left or changed nick; only for <see cref="EntryKind.Passages"/>.</summary>
    public ImmutableList<Passage> Passages { get; init; } = [];

    /// <summary>Whether a person or a program sent it, so that it can be replied to.</summary>
    public bool IsSpeech => Kind is EntryKind.Message or EntryKind.Action or EntryKind.Notice;

    /// <summary>Adds a reaction, or removes one.</summary>
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

/// <summary>The message that a reply answers.</summary>
internal sealed record Quote(string Nick, string Text);

/// <summary>A reaction, and who reacted with it.</summary>
internal sealed record Reaction(string Text, ImmutableList<string> Nicks);

/// <summary>What kind of change a <see cref="Passage"/> is.</summary>
internal enum PassageKind
{
    Joined,
    Left,
    Renamed,
}

/// <summary>Someone joined, left, or changed their nick.</summary>
/// <param name="Kind">Which of these.</param>
/// <param name="Nick">The nick; for a change of nick, the old one.</param>
/// <param name="Detail">The reason for leaving, or the new nick; may be empty.</param>
internal sealed record Passage(PassageKind Kind, string Nick, string Detail);
