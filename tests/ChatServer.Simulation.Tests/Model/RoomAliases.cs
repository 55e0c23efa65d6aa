namespace ChatServer.SimulationTests.Model;

/// <summary>Which names may mean one room, because somebody has wished to rename the one to the other. What was said to a room under its
/// old name comes under the new one.</summary>
internal sealed class RoomAliases(Names names)
{
    private readonly Dictionary<string, string> _parents = [];
    private readonly HashSet<string> _names = [];

    /// <summary>Somebody wants a room to be called otherwise.</summary>
    public void Add(string name, string other)
    {
        _names.UnionWith([names.Fold(name), names.Fold(other)]);
        _parents[Root(other)] = Root(name);
    }

    /// <summary>Whether a name may have come to mean another room, or none.</summary>
    public bool IsDoubtful(string name) => _names.Contains(names.Fold(name));

    /// <summary>Stands for all names that may mean the same room.</summary>
    public string Root(string name)
    {
        var folded = names.Fold(name);
        while (_parents.TryGetValue(folded, out var parent) && parent != folded) folded = parent;
        return folded;
    }

    public bool MayBeSame(string left, string right) => Root(left) == Root(right);
}
