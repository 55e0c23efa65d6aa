using ChatClient.Session;
using ChatServer.Protocol;

namespace ChatClient;

/// <summary>Who is ignored: masks such as <c>*!*@spam.example</c>.</summary>
/// <param name="masks">The initial masks; a bare nick stands for everyone who has it.</param>
internal sealed class IgnoreList(IEnumerable<string> masks)
{
    private readonly List<string> _masks = [.. masks.Select(MaskOf)];

    /// <summary>The masks, in the order of adding.</summary>
    public IReadOnlyList<string> Masks => _masks;

    /// <summary>Adds a nick or mask.</summary>
    /// <returns>The mask; null if it was there already.</returns>
    public string? Add(string nickOrMask)
    {
        var mask = MaskOf(nickOrMask);
        if (_masks.Contains(mask, StringComparer.OrdinalIgnoreCase))
            return null;

        _masks.Add(mask);
        return mask;
    }

    /// <summary>Removes a nick or mask.</summary>
    /// <returns>Whether it was there.</returns>
    public bool Remove(string nickOrMask) =>
        _masks.RemoveAll(mask => mask.Equals(MaskOf(nickOrMask), StringComparison.OrdinalIgnoreCase)) > 0;

    /// <summary>What remains of an event for a user who ignores those on the list; null for nothing.</summary>
    public SessionEvent? Filter(SessionEvent happened) =>
        happened switch
        {
            Said { IsOwn: false } said when Covers(said.From) => null,
            Reacted { IsOwn: false } reacted when Covers(reacted.From) => null,
            Invited invited when Covers(invited.By) => null,
            TypingChanged typing when Covers(new UserSource(typing.Nick, string.Empty, string.Empty)) => null,
            HistoryReceived history => history with { Entries = [.. history.Entries.Where(entry => Filter(entry) is not null)] },
            _ => happened,
        };

    private bool Covers(UserSource who)
    {
        var source = $"{who.Nick}!{who.User}@{who.Host}";
        return _masks.Exists(mask => Glob.IsMatch(CaseMapping.Rfc1459.Fold(mask), source, CaseMapping.Rfc1459));
    }

    private static string MaskOf(string nickOrMask) => nickOrMask.AsSpan().ContainsAny("!@") ? nickOrMask : $"{nickOrMask}!*@*";
}
