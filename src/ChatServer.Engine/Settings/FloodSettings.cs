using ChatServer.Engine.Settings.Rules;

namespace ChatServer.Engine.Settings;

/// <summary>Section <c>Flood</c>: how fast a client may talk. A command beyond it waits; nothing is lost.</summary>
public sealed record FloodSettings
{
    /// <summary>Whether commands are ever delayed for their rate. Default: yes.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>How many commands a second a client may send for as long as it likes. Default 4.</summary>
    [Number(1, 100_000)]
    public int CommandsPerSecond { get; init; } = 4;

    /// <summary>How many commands a client may send at once after a silence. Default 20.</summary>
    [Number(1, 100_000)]
    public int Burst { get; init; } = 20;
}
