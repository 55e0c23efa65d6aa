namespace ChatClient.Session;

/// <summary>Who is typing where, and when we last told others that we are.</summary>
/// <remarks>Names are compared exactly. If a name comes in another case, its notice ends only when it expires. Source: IRCv3
/// typing.</remarks>
internal sealed class TypingTracker
{
    private static readonly TimeSpan ActiveFor = TimeSpan.FromSeconds(6);
    private static readonly TimeSpan PausedFor = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan BetweenNotices = TimeSpan.FromSeconds(3);

    private readonly Dictionary<(string Conversation, string Nick), (TypingState State, DateTimeOffset Until)> _others = [];
    private readonly Dictionary<string, (TypingState State, DateTimeOffset Told)> _ours = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The value of the tag for a state.</summary>
    public static string WordFor(TypingState state) =>
        state switch
        {
            TypingState.Active => "active",
            TypingState.Paused => "paused",
            _ => "done",
        };

    /// <summary>The state for a value of the tag. An unknown value counts as <see cref="TypingState.Done"/>.</summary>
    public static TypingState StateOf(string word) =>
        word switch
        {
            "active" => TypingState.Active,
            "paused" => TypingState.Paused,
            _ => TypingState.Done,
        };

    /// <summary>Records a notice.</summary>
    /// <returns>Whether the state changed.</returns>
    public bool OnTyping(string conversation, string nick, TypingState state, DateTimeOffset now)
    {
        if (state == TypingState.Done)
            return _others.Remove((conversation, nick));

        var isNew = !_others.TryGetValue((conversation, nick), out var before) || before.State != state;
        _others[(conversation, nick)] = (state, now + (state == TypingState.Active ? ActiveFor : PausedFor));
        return isNew;
    }

    /// <summary>Someone has sent a message, so they are no longer typing.</summary>
    /// <returns>Whether they were typing.</returns>
    public bool OnHeard(string conversation, string nick) => _others.Remove((conversation, nick));

    /// <summary>Someone has left: removes their notices. No event is needed.</summary>
    public void OnGone(string nick)
    {
        foreach (var key in _others.Keys.Where(key => key.Nick == nick).ToList())
            _others.Remove(key);
    }

    /// <summary>Removes those not heard from for too long.</summary>
    public IReadOnlyList<(string Conversation, string Nick)> TakeStopped(DateTimeOffset now)
    {
        var stopped = _others.Where(other => other.Value.Until <= now).Select(other => other.Key).ToList();
        stopped.ForEach(key => _others.Remove(key));
        return stopped;
    }

    /// <summary>Whether we may send a notice now. If so, it counts as sent.</summary>
    public bool MayTell(string conversation, TypingState state, DateTimeOffset now)
    {
        var wasTold = _ours.TryGetValue(conversation, out var last) && last.State != TypingState.Done;
        var isRepeated = wasTold && last.State == state && state != TypingState.Active;
        var isPointless = !wasTold && state != TypingState.Active;
        var isTooSoon = last.Told != default && now - last.Told < BetweenNotices;
        if (isRepeated || isPointless || isTooSoon)
            return false;

        _ours[conversation] = (state, now);
        return true;
    }

    /// <summary>We have sent a message, which ends our typing for others too.</summary>
    public void OnSaid(string conversation)
    {
        if (_ours.TryGetValue(conversation, out var last))
            _ours[conversation] = (TypingState.Done, last.Told);
    }

    /// <summary>Forgets everything, because the connection is gone.</summary>
    public void Clear()
    {
        _others.Clear();
        _ours.Clear();
    }
}
