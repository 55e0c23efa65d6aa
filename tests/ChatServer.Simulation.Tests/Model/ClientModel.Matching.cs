namespace ChatServer.SimulationTests.Model;

/// <content>Which lines answer a command.</content>
internal sealed partial class ClientModel
{
    private void ExpectNumeric(string line, string numeric) => Expect(line, reply => reply.Verb == numeric);

    private void Expect(
        string line,
        Predicate<WireLine> matches,
        bool isCertain = true,
        string[]? parts = null,
        Predicate<WireLine>? isPart = null,
        Action<WireLine?>? onOver = null,
        Action? onMixedUp = null,
        Func<bool>? excuse = null) =>
        _answers.Add(new Expected(line, isCertain, matches)
        {
            Parts = parts ?? [],
            IsPart = isPart,
            Excuse = excuse,
            OnOver = onOver,
            OnDoubt = () => _isUnsureOfRefusals = true,
            OnMixedUp = onMixedUp,
        });

    /// <summary>What follows does not show when it is over, and may be nothing; but what is part of it must not be taken for the answer to
    /// something else.</summary>
    private void ExpectWithoutEnd(string line, Predicate<WireLine>? isPart = null) =>
        _answers.Add(new Expected(line, isCertain: false, static _ => false)
        {
            IsPart = isPart,
            OnDoubt = () => _isUnsureOfRefusals = true,
        });

    private bool NamesAny(WireLine reply, IEnumerable<string> words) =>
        reply.Parameters.Skip(1).Any(shown => words.Any(word => world.Names.Same(word, shown)));

    private static bool IsFor(WireLine line, string verb) => line.Verb switch
    {
        "FAIL" => line[0] == verb,
        "421" => line[1] == verb,
        _ => true,
    };

    private bool IsMine(WireLine line, string verb) => line.Verb == verb && line.Source.Length > 0 && line.User == UserName;

    /// <summary>Whether a line names a room: as the first parameter of an event, after the nick in a numeric.</summary>
    /// <remarks>A refusal names it as the client did, all else as it is called now.</remarks>
    private bool IsAbout(WireLine line, string room)
    {
        var named = line.IsNumeric ? line[1] : line[0];
        return line.IsNumeric && line.Verb[0] == '4' ? world.Names.Same(named, room) : world.Aliases.MayBeSame(named, room);
    }
}
