using System.Collections.Immutable;
using ChatClient.Session;
using ChatClient.Themes;

namespace ChatClient.View;

/// <summary>Everything that the screen shows.</summary>
/// <remarks>Immutable: every key and every event leads to a new state. The screen is drawn from the state alone.</remarks>
internal sealed record ViewState
{
    public int Width { get; init; } = 80;

    public int Height { get; init; } = 24;

    /// <summary>The conversations, in the order of the sidebar. The first one is the server's.</summary>
    public required ImmutableList<Conversation> Conversations { get; init; }

    /// <summary>Index of the conversation that is shown.</summary>
    public int CurrentIndex { get; init; }

    /// <summary>Index of the conversation that was shown before.</summary>
    public int PreviousIndex { get; init; }

    public string Nick { get; init; } = string.Empty;

    /// <summary>Words, besides our nick, that count as a mention.</summary>
    public ImmutableArray<string> Highlights { get; init; } = [];

    /// <summary>Names of slash commands, for completion.</summary>
    public ImmutableArray<string> Commands { get; init; } = [];

    /// <summary>Our own modes, such as <c>+i</c>.</summary>
    public string UserModes { get; init; } = string.Empty;

    public bool IsAway { get; init; }

    /// <summary>What the server has announced about itself.</summary>
    public ServerFeatures Features { get; init; } = ServerFeatures.Default;

    public LinkState Link { get; init; } = LinkState.None;

    /// <summary>Nicks of people who are away.</summary>
    public ImmutableHashSet<string> Away { get; init; } = ImmutableHashSet.Create<string>(StringComparer.OrdinalIgnoreCase);

    public InputHistory History { get; init; } = InputHistory.Empty;

    /// <summary>The completion that the next Tab continues, or null.</summary>
    public Completion? Completion { get; init; }

    /// <summary>The search that receives the keys, or null.</summary>
    public Search? Search { get; init; }

    /// <summary>The question that receives the keys, or null.</summary>
    public Question? Question { get; init; }

    /// <summary>Id of the selected message, or null.</summary>
    public long? Chosen { get; init; }

    /// <summary>Whether to show the member list if there is room.</summary>
    public bool WantsMembers { get; init; } = true;

    /// <summary>Whether to show the sidebar if there is room.</summary>
    public bool WantsSidebar { get; init; } = true;

    /// <summary>Whether the terminal window has the focus. True until the terminal reports otherwise.</summary>
    public bool HasFocus { get; init; } = true;

    public Theme Theme { get; init; } = BuiltInThemes.Dark;

    public TimeZoneInfo Zone { get; init; } = TimeZoneInfo.Utc;

    public DateTimeOffset Now { get; init; }

    /// <summary>The id for the next entry.</summary>
    public long NextId { get; init; } = 1;

    /// <summary>The conversation that is shown.</summary>
    public Conversation Current => Conversations[CurrentIndex];

    /// <summary>A view with nothing but the server's conversation.</summary>
    public static ViewState Initial(string server, string nick) => new()
    {
        Nick = nick,
        Conversations = [new Conversation(server, ConversationKind.Server, NobodyYet(ServerFeatures.Default))],
    };

    /// <summary>Index of a conversation by name, or -1. The server's conversation is never found.</summary>
    public int IndexOf(string name) =>
        Conversations.FindIndex(one => one.Kind != ConversationKind.Server && Features.CaseMapping.Equals(one.Name, name));

    /// <summary>Replaces a conversation.</summary>
    public ViewState With(int index, Conversation conversation) => this with { Conversations = Conversations.SetItem(index, conversation) };

    /// <summary>Changes the conversation that is shown.</summary>
    public ViewState WithCurrent(Func<Conversation, Conversation> change) => With(CurrentIndex, change(Current));

    /// <summary>Adds a conversation of that name if there is none, and returns its index.</summary>
    public (ViewState State, int Index) Open(string name)
    {
        if (IndexOf(name) is var index and >= 0)
            return (this, index);

        var kind = Features.IsRoom(name) ? ConversationKind.Room : ConversationKind.Private;
        var opened = new Conversation(name, kind, NobodyYet(Features));
        return (this with { Conversations = Conversations.Add(opened) }, Conversations.Count);
    }

    /// <summary>Removes a conversation; the server's can't be removed.</summary>
    public ViewState Close(int index)
    {
        if (index <= 0)
            return this;

        var current = CurrentIndex > index || CurrentIndex == Conversations.Count - 1 ? CurrentIndex - 1 : CurrentIndex;
        var closed = this with { Conversations = Conversations.RemoveAt(index), PreviousIndex = 0 };
        return CurrentIndex == index
            ? (closed with { CurrentIndex = current, Chosen = null, Completion = null }).Looked()
            : closed with { CurrentIndex = current };
    }

    /// <summary>Shows another conversation. All messages in the one that is left count as seen.</summary>
    public ViewState Show(int index)
    {
        if (index < 0 || index >= Conversations.Count || index == CurrentIndex)
            return this;

        return (WithCurrent(left => left.Seen()) with
        {
            CurrentIndex = index,
            PreviousIndex = CurrentIndex,
            Chosen = null,
            Completion = null,
            Search = null,
        }).Looked();
    }

    /// <summary>Resets the counts of new messages, because the user has looked at the conversation that is shown.</summary>
    public ViewState Looked() => WithCurrent(shown => shown with { Unread = 0, Mentions = 0 });

    private static MemberList NobodyYet(ServerFeatures features) => MemberList.Nobody(features.CaseMapping, features.RankPrefixes);
}
