using ChatLoad.Clients;

namespace ChatLoad.Scenarios.Evenings;

/// <summary>Somebody who spends the evening on the server.</summary>
/// <param name="isRegular">Whether this person stays in the same rooms all evening.</param>
internal sealed class Person(bool isRegular)
{
    /// <summary>Whether this person stays in the same rooms all evening.</summary>
    public bool IsRegular => isRegular;

    /// <summary>Its connection.</summary>
    public required IrcClient Client { get; init; }

    /// <summary>Its stays, by room.</summary>
    public Dictionary<Room, Stay> Stays { get; } = [];

    /// <summary>How often it has taken another nick.</summary>
    public int NickChanges { get; set; }
}
