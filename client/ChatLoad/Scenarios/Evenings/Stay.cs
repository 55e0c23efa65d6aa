namespace ChatLoad.Scenarios.Evenings;

/// <summary>One stay of one person in one room, from the sending of JOIN to the last message received there.</summary>
/// <param name="person">Who.</param>
/// <param name="room">Where.</param>
/// <param name="voice">With which voice.</param>
internal sealed class Stay(Person person, Room room, Voice voice)
{
    /// <summary>Who.</summary>
    public Person Person => person;

    /// <summary>Where.</summary>
    public Room Room => room;

    /// <summary>With which voice.</summary>
    public Voice Voice => voice;

    /// <summary>Whether everything said now must reach it: the server has answered the join, and no PART or QUIT was sent.</summary>
    public bool IsCertain => room.Members.Contains(this);

    /// <summary>Whether PART or QUIT was sent.</summary>
    public bool IsLeaving { get; set; }

    /// <summary>Slots of the ledger, by number of the voice.</summary>
    public Dictionary<int, int> Slots { get; } = [];

    /// <summary>The first message that must be received from each voice, if that is not its first.</summary>
    public Dictionary<int, uint> Since { get; } = [];
}
