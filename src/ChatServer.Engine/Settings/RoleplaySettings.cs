namespace ChatServer.Engine.Settings;

/// <summary>Section <c>Roleplay</c>: speaking as somebody else, for play.</summary>
public sealed record RoleplaySettings
{
    /// <summary>Whether there are <c>NPC</c>, <c>NPCA</c> and <c>SCENE</c>, in rooms with mode <c>E</c>. Default: no.</summary>
    public bool Enabled { get; init; }
}
