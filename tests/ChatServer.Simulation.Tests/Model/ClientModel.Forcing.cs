namespace ChatServer.SimulationTests.Model;

/// <content>Operators of the server change the modes of any room, in it or not, and whatever they are there (SAMODE). Source: InspIRCd,
/// Ergo.</content>
internal sealed partial class ClientModel
{
    private static readonly string[] NoPower = ["481", "723"];

    private void ExpectForcedModes(string line, string[] words)
    {
        NoteWish(words[2]);
        if (_hasGivenPassword)
        {
            foreach (var change in ModeLine.Read(words[2], words.Skip(3))) world.NoteForcedMode(UserName, words[1], change);
        }

        // Of several changes some may be carried out and others refused: nothing says which line is the last.
        if (ModeLine.HasSeveral(words[2]))
        {
            ExpectWithoutEnd(line, IsAnswer);
            return;
        }

        // What changes nothing is not answered; of a room that nobody ever opens he is told that it is not there.
        Expect(line, IsAnswer, isCertain: !_hasGivenPassword || words[1] == Plans.Vocabulary.NoRoom);

        bool IsAnswer(WireLine reply) => (IsMine(reply, "MODE") && IsAbout(reply, words[1]))
            || (ModeRefusals.Contains(reply.Verb) && NamesAny(reply, words.Skip(1)))
            || NoPower.Contains(reply.Verb);
    }

    /// <summary>Somebody wishes for modes, whether he gets them or not.</summary>
    private void NoteWish(string letters)
    {
        world.HidesSpeech |= letters.Contains('U', StringComparison.Ordinal);
        world.HasExceptions |= letters.AsSpan().IndexOfAny('e', 'I') >= 0;
        world.HasForwards |= letters.Contains('f', StringComparison.Ordinal);
    }

    /// <summary>Who is not in a room and changes its modes all the same, sees so by the line that its members see.</summary>
    private bool IsFromOutside(WireLine line) =>
        line.User == UserName && !Rooms.ContainsKey(world.Names.Fold(line[0]))
        && ModeLine.Read(line[1], line.Parameters.Skip(2)).All(change => world.HasForcedMode(UserName, line[0], change));
}
