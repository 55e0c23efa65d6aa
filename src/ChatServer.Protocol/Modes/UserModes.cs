namespace ChatServer.Protocol;

/// <summary>The modes of users.</summary>
/// <remarks>Source: Modern, User Modes.</remarks>
public static class UserModes
{
    /// <summary>Every letter that MODE takes for a user.</summary>
    public static readonly ModeTable Table = new(
    [
        new('B', ModeKind.Flag, "marked as a bot"),
        new('T', ModeKind.Flag, "takes no CTCP but ACTION"),
        new('g', ModeKind.Flag, "hears only those whom he has accepted (ACCEPT)"),
        new('i', ModeKind.Flag, "invisible to those who share no room"),
        new('o', ModeKind.Flag, "server operator; set by OPER only"),
        new('w', ModeKind.Flag, "receives WALLOPS"),
    ]);
}
