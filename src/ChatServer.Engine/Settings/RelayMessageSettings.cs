using ChatServer.Engine.Settings.Rules;

namespace ChatServer.Engine.Settings;

/// <summary>Section <c>RelayMessages</c>: messages relayed for people elsewhere. Source: IRCv3 draft/relaymsg.</summary>
public sealed record RelayMessageSettings
{
    /// <summary>Whether there is <c>RELAYMSG</c>. Default: no.</summary>
    public bool Enabled { get; init; }

    /// <summary>Characters of which a relayed nick must have one, the value of the capability. Default <c>/</c>.</summary>
    [TokenValue]
    public string Separators { get; init; } = "/";

    /// <summary>Whether the operators of a room may relay into it, or only the server's. Default: no.</summary>
    public bool RoomOperatorsMay { get; init; }
}
