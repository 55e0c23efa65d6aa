using ChatServer.Protocol;

namespace ChatServer.Domain.Users;

/// <summary>What a user may change about his own modes.</summary>
public static class UserModeRules
{
    /// <summary>Applies changes that a user makes to his own modes.</summary>
    /// <param name="modes">The modes now.</param>
    /// <param name="changes">The requested changes, as parsed; their letters are known.</param>
    /// <returns>The modes afterwards, and the changes that really changed something, in order.</returns>
    /// <remarks><c>+o</c> is ignored, as Modern demands: nobody makes himself an operator. <c>-o</c> works.</remarks>
    public static (UserModeFlags Modes, IReadOnlyList<ModeChange> Effective) Apply(UserModeFlags modes, IEnumerable<ModeChange> changes)
    {
        ArgumentNullException.ThrowIfNull(changes);
        var effective = new List<ModeChange>();
        foreach (var change in changes)
        {
            var flag = FlagOf(change.Letter);
            if (flag == UserModeFlags.None || (flag == UserModeFlags.Operator && change.Adding)) continue;
            var next = change.Adding ? modes | flag : modes & ~flag;
            if (next == modes) continue;
            modes = next;
            effective.Add(change);
        }

        return (modes, effective);
    }

    /// <summary>The letters of the modes that are set, with a plus in front: <c>+iw</c>; a lone <c>+</c> for none.</summary>
    /// <param name="modes">Modes that are set.</param>
    public static string Describe(UserModeFlags modes)
    {
        Span<char> letters = stackalloc char[7];
        var count = 0;
        letters[count++] = '+';
        if (modes.HasFlag(UserModeFlags.Bot)) letters[count++] = 'B';
        if (modes.HasFlag(UserModeFlags.NoCtcp)) letters[count++] = 'T';
        if (modes.HasFlag(UserModeFlags.CallerId)) letters[count++] = 'g';
        if (modes.HasFlag(UserModeFlags.Invisible)) letters[count++] = 'i';
        if (modes.HasFlag(UserModeFlags.Operator)) letters[count++] = 'o';
        if (modes.HasFlag(UserModeFlags.Wallops)) letters[count++] = 'w';
        return letters[..count].ToString();
    }

    private static UserModeFlags FlagOf(char letter) => letter switch
    {
        'B' => UserModeFlags.Bot,
        'T' => UserModeFlags.NoCtcp,
        'g' => UserModeFlags.CallerId,
        'i' => UserModeFlags.Invisible,
        'o' => UserModeFlags.Operator,
        'w' => UserModeFlags.Wallops,
        _ => UserModeFlags.None,
    };
}
