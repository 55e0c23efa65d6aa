using ChatServer.Protocol;

namespace ChatClient.Session;

/// <summary>What we know about other people: those who share a room with us, and friends.</summary>
internal sealed class People
{
    private Dictionary<string, Person> _byNick = new(ServerFeatures.Default.CaseMapping);

    /// <summary>All known people, by nick.</summary>
    public IReadOnlyDictionary<string, Person> All => _byNick;

    /// <summary>Changes the case mapping, when the server has announced it.</summary>
    public void Use(CaseMapping mapping) => _byNick = new Dictionary<string, Person>(_byNick, mapping);

    /// <summary>Adds someone, or finds them if they are known already.</summary>
    public Person Meet(string nick)
    {
        if (!_byNick.TryGetValue(nick, out var person))
            _byNick[nick] = person = new Person(nick);
        return person;
    }

    /// <summary>Records what a message tells about its sender, such as the host name.</summary>
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

    /// <summary>Changes what we know about someone. Does nothing for unknown people.</summary>
    public void Change(string nick, Func<Person, Person> change)
    {
        if (_byNick.TryGetValue(nick, out var person))
            _byNick[nick] = change(person);
    }

    /// <summary>Records a change of nick.</summary>
    public void Rename(string oldNick, string newNick)
    {
        if (_byNick.Remove(oldNick, out var person))
            _byNick[newNick] = person with { Nick = newNick };
    }

    /// <summary>Removes someone.</summary>
    public void Forget(string nick) => _byNick.Remove(nick);

    /// <summary>Forgets everybody, because the connection is gone.</summary>
    public void Clear() => _byNick.Clear();
}
