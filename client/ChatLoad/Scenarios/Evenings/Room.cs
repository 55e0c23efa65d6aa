namespace ChatLoad.Scenarios.Evenings;

/// <summary>A room of the evening.</summary>
/// <param name="name">Its name.</param>
internal sealed class Room(string name)
{
    /// <summary>Its name.</summary>
    public string Name => name;

    /// <summary>Stays of people who are certainly in it: the server has said so, and they have not asked to leave.</summary>
    public HashSet<Stay> Members { get; } = [];

    /// <summary>Everything that was said in it, by whom.</summary>
    public List<Voice> Voices { get; } = [];
}
