namespace ChatServer.Engine.Settings;

/// <summary>Section <c>Rooms</c>.</summary>
public sealed record RoomSettings
{
    /// <summary>Rooms that belong to somebody.</summary>
    public RoomRegistrationSettings Registration { get; init; } = new();
}

/// <summary>Section <c>Rooms:Registration</c>.</summary>
public sealed record RoomRegistrationSettings
{
    /// <summary>Whether <c>ChanServ REGISTER</c> makes the asker founder of a room. Default: yes.</summary>
    public bool Enabled { get; init; } = true;
}
