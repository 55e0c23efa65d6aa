namespace ChatClient.CommandLine;

/// <summary>Room names as typed in a shell.</summary>
internal static class RoomNames
{
    /// <summary>The name with a prefix. A shell takes # for the start of a comment, so it may be omitted.</summary>
    public static string WithPrefix(string room) => "#&!+".Contains(room[0], StringComparison.Ordinal) ? room : $"#{room}";

    /// <summary>Whether it can be a room's name, with or without its prefix.</summary>
    public static bool IsName(string text) => text.Length > 0 && !text.Any(letter => char.IsWhiteSpace(letter) || letter == ',');
}
