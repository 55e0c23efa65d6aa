namespace ChatServer.Domain;

/// <summary>One user, for as long as the server knows him; his nick may change, this does not.</summary>
/// <param name="Value">Positive; unique within one run of the server.</param>
public readonly record struct UserId(long Value)
{
    /// <inheritdoc/>
    public override string ToString() => $"u{Value}";
}

/// <summary>One room, for as long as it is open; its name may change, this does not.</summary>
/// <param name="Value">Positive; unique within one run of the server.</param>
public readonly record struct RoomId(long Value)
{
    /// <inheritdoc/>
    public override string ToString() => $"r{Value}";
}

/// <summary>One socket and its dialect. Later a user may have several, or none.</summary>
/// <param name="Value">Positive; unique within one run of the server.</param>
public readonly record struct ConnectionId(long Value)
{
    /// <inheritdoc/>
    public override string ToString() => $"c{Value}";
}
