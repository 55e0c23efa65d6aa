using ChatServer.Protocol;

namespace ChatClient.Session;

/// <summary>What is known about others: of those who are in a room with us, and of friends.</summary>
internal sealed class People
{
    private Dictionary<string, Person> _byNick = new(ServerFeatures.Default.CaseMapping);

    /// <summary>All of them, by nick.</summary>
    public IReadOnlyDictionary<string, Person> All => _byNick;

    /// <summary>The server says which names are the same.</summary>
    public void Use(CaseMapping mapping) => _byNick = new Dictionary<string, Person>(_byNick, mapping);

    /// <summary>Someone came into view.</summary>
    public Person Meet(string nick)
    {
        if (!_byNick.TryGetValue(nick, out var person))
            _byNick[nick] = person = new Person(nick);
        return person;
    }

    /// <summary>Takes note of what a message tells about its sender by the way.</summary>
    public void Note(UserSource source, IReadOnlyDictionary<string, string> tags)
    {
        if (source.Host.Length == 0 || !_byNick.TryGetValue(source.Nick, out var person))
            return;
        if (person.User != source.User || person.Host != source.Host)
            person = person with { User = source.User, Host = source.Host };
        if (tags.TryGetValue("account", out var account) && person.Account != account)
            person = person with { Account = account };
        if (tags.ContainsKey("bot") && !person.IsBot)
            person = person with { IsBot = true };
        _byNick[source.Nick] = person;
    }

    /// <summary>Changes what is known about someone who is in view.</summary>
    public void Change(string nick, Func<Person, Person> change)
    {
        if (_byNick.TryGetValue(nick, out var person))
            _byNick[nick] = change(person);
    }

    /// <summary>Someone has another nick.</summary>
    public void Rename(string oldNick, string newNick)
    {
        if (_byNick.Remove(oldNick, out var person))
            _byNick[newNick] = person with { Nick = newNick };
    }

    /// <summary>Someone is out of view.</summary>
    public void Forget(string nick) => _byNick.Remove(nick);

    /// <summary>Forgets all: the connection is gone.</summary>
    public void Clear() => _byNick.Clear();
}
