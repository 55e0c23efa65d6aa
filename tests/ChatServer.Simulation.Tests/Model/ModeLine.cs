namespace ChatServer.SimulationTests.Model;

/// <summary>Takes a MODE line of a room apart. Source: the server's CHANMODES and PREFIX.</summary>
internal static class ModeLine
{
    private const string AlwaysWithParameter = "beIk" + RoomView.RankLetters;
    private const string WithParameterWhenSet = "fjl";

    /// <summary>Whether more than one change is asked for: each may be carried out or refused by itself.</summary>
    public static bool HasSeveral(string letters) => letters.Count(char.IsAsciiLetter) > 1;

    public static IEnumerable<(char Letter, bool Adds, string? Parameter)> Read(string letters, IEnumerable<string> parameters)
    {
        var left = new Queue<string>(parameters);
        var adds = true;
        foreach (var letter in letters)
        {
            if (letter is '+' or '-')
            {
                adds = letter == '+';
                continue;
            }

            var takesOne = AlwaysWithParameter.Contains(letter, StringComparison.Ordinal)
                || (adds && WithParameterWhenSet.Contains(letter, StringComparison.Ordinal));
            yield return (letter, adds, takesOne ? left.Dequeue() : null);
        }
    }
}
