using ChatServer.Protocol;

namespace ChatClient.Session;

internal sealed partial class IrcSession
{
    private readonly People _people = new();

    /// <summary>What we know about the people who share a room with us, by nick under the server's case mapping.</summary>
    public IReadOnlyDictionary<string, Person> People => _people.All;

    /// <summary>Our account; null while not logged in.</summary>
    public string? Account { get; private set; }

    /// <summary>Our away message; null if we are not away.</summary>
    public string? AwayMessage { get; private set; }

    /// <summary>Our user modes, such as <c>iw</c>.</summary>
    public string OwnModes { get; private set; } = string.Empty;

    private void OnChangedHost(IrcMessage message)
    {
        var nick = SourceOf(message).Nick;
        var (user, host) = (Parameter(message, 0), Parameter(message, 1));
        if (IsSelf(nick))
            _self = _self with { User = user, Host = host };
        _people.Change(nick, person => person with { User = user, Host = host });
        Raise(new HostChanged(TimeOf(message), nick, user, host));
    }

    // ACCOUNT (name | *)
    private void OnAccount(IrcMessage message)
    {
        var nick = SourceOf(message).Nick;
        var account = AccountFrom(Parameter(message, 0));
        if (IsSelf(nick))
        {
            SetAccount(message, account);
            return;
        }

        _people.Change(nick, person => person with { Account = account });
        Raise(new AccountChanged(TimeOf(message), nick, account));
    }

    // Both 900 and ACCOUNT report a login, so the event is raised only if the account changed.
    private void SetAccount(IrcMessage message, string? account)
    {
        if (Account == account)
            return;

        Account = account;
        Raise(new LoggedIn(TimeOf(message), account));
    }

    // AWAY [:message]
    private void OnAway(IrcMessage message)
    {
        var nick = SourceOf(message).Nick;
        var reason = Parameter(message, 0) is { Length: > 0 } text ? text : null;
        _people.Change(nick, person => person with { AwayMessage = reason });
        if (!IsSelf(nick))
            Raise(new AwayChanged(TimeOf(message), nick, reason, IsSelf: false));
    }

    // 305 and 306
    private void OnOwnAway(IrcMessage message, bool isAway)
    {
        AwayMessage = isAway ? _wantedAway ?? string.Empty : null;
        Raise(new AwayChanged(TimeOf(message), Nick, AwayMessage, IsSelf: true));
    }

    private void OnRealName(IrcMessage message)
    {
        var nick = SourceOf(message).Nick;
        var name = Parameter(message, 0);
        _people.Change(nick, person => person with { RealName = name });
        Raise(new RealNameChanged(TimeOf(message), nick, name));
    }

    private void SetOwnModes(string change)
    {
        var adding = true;
        foreach (var letter in change)
        {
            if (letter is '+' or '-')
                adding = letter == '+';
            else if (!adding)
                OwnModes = OwnModes.Replace(letter.ToString(), string.Empty, StringComparison.Ordinal);
            else if (!OwnModes.Contains(letter, StringComparison.Ordinal))
                OwnModes = string.Concat((OwnModes + letter).Order());
        }
    }

    // 352 nick room user host server nick flags :hops realname
    private void OnWho(IrcMessage message)
    {
        if (message.Params is not [_, _, var user, var host, _, var nick, var flags, var hopsAndName, ..])
            return;

        var realName = hopsAndName.IndexOf(' ', StringComparison.Ordinal) is var space and > 0 ? hopsAndName[(space + 1)..] : string.Empty;
        Describe(nick, user, host, flags, realName);
    }

    // 354 nick token user host nick flags account :realname
    private void OnWhoX(IrcMessage message)
    {
        if (message.Params is not [_, WhoToken, var user, var host, var nick, var flags, var account, var realName, ..])
            return;

        Describe(nick, user, host, flags, realName);
        _people.Change(nick, person => person with { Account = account == "0" ? null : account });
    }

    // H means here, G means gone (away). WHO does not tell the away message.
    private void Describe(string nick, string user, string host, string flags, string realName)
    {
        var isAway = flags.StartsWith('G');
        if (_people.All.TryGetValue(nick, out var known) && known.IsAway != isAway && !IsSelf(nick))
            Raise(new AwayChanged(_time.GetUtcNow(), nick, isAway ? string.Empty : null, IsSelf: false));
        var isBot = Features.BotFlag is { } bot && flags.Contains(bot, StringComparison.Ordinal);
        _people.Change(nick, person => person with
        {
            User = user,
            Host = host,
            RealName = realName,
            IsBot = isBot,
            AwayMessage = isAway ? person.AwayMessage ?? string.Empty : null,
        });
    }

    private static string? AccountFrom(string text) => text is "" or "*" or "0" ? null : text;

    // The server reports no changes of people who share no room with us, so we forget them.
    private void ForgetStrangers(IEnumerable<string> nicks)
    {
        foreach (var nick in nicks.Where(nick => !_rooms.Values.Any(room => room.Members.ContainsKey(nick))))
            _people.Forget(nick);
    }
}
