namespace ChatServer.SimulationTests.Model;

/// <content>What becomes of what the client says, as far as it is told, and whether it has heard what others know to have been
/// taken.</content>
internal sealed partial class ClientModel
{
    private void ExpectEcho(string line, string[] words, string[] tags, IReadOnlyList<string> moreLines)
    {
        NoteAddressed(words[0], words[1]);
        if (words[0] == "TAGMSG" && !Has(Plans.Speech.Tags))
        {
            Expect(line, reply => reply.Verb == "421" && IsFor(reply, words[0]));
            return;
        }

        char? status = words[1].Length > 1 && words[1][1] == '#' ? words[1][0] : null;
        var name = status is null ? words[1] : words[1][1..];
        var target = world.Names.Fold(name);
        var text = words[0] == "TAGMSG" ? Tag("+said")! : line[(line.IndexOf(" :", StringComparison.Ordinal) + 2)..];
        var isToRoom = target[0] == '#';
        var said = world.Ledger.Add(new Said(text, Number, ++_saidSoFar, target, isToRoom)
        {
            Verb = words[0],
            Moment = world.Moment,
            IsFromCaller = _isSurelyCaller && UserModes.Contains('g'),
            IsByOperator = UserModes.Contains('o'),
            SentAt = clock.GetUtcNow(),
            Status = status,
            Note = Has(Plans.Speech.Tags) ? Tag("+note") : null,
            MoreLines = moreLines,
            Audience = isToRoom && status is null ? world.AudienceOf(target, words[0] == "TAGMSG") : new Dictionary<int, int>(),
        });

        // A notice is never answered; without echo its sender can't know what became of it.
        var isNotice = words[0] == "NOTICE";
        if (isNotice && !Has(Plans.Speech.Echo))
        {
            ExpectWithoutEnd(line);
            return;
        }

        Expect(
            line,
            reply => (IsMine(reply, words[0]) && TextOf(reply) == text)
                || (target[0] == '$' && !isNotice && reply.Verb is "481" or "723")
                || (!isNotice && reply.Verb is "401" or "403" or "404" or "492" or "531" or "716" && IsTarget(reply[1])),
            isCertain: Has(Plans.Speech.Echo) && !isNotice,
            onOver: answer => OnSaid(said, answer, isNotice));

        string? Tag(string key) => tags.FirstOrDefault(tag => tag.StartsWith(key + "=", StringComparison.Ordinal))?[(key.Length + 1)..];
        bool IsTarget(string named) => world.Names.Same(named, name);
    }

    private void OnSaid(Said said, WireLine? answer, bool isNotice)
    {
        // Without echo, a refusal may belong to any message to this target that is still open; then nothing is known of them all.
        if (_isUnsureOfRefusals && answer?.IsNumeric != false) return;
        if (answer?.Verb == "400")
        {
            _isUnsureOfRefusals = !Has(Plans.Speech.Echo);
            return;
        }

        if (answer is null ? isNotice : answer.IsNumeric)
        {
            if (!Has(Plans.Speech.Echo)
                && _answers.Waiting.Any(other => other.Command.Split(' ')[0] is "PRIVMSG" or "TAGMSG"))
            {
                _isUnsureOfRefusals = true;
                return;
            }

            if (answer?.Verb == "716") CheckTurnedAway(said, answer);
            said.Outcome = Outcome.Refused;
            if (said.HeardBy.Count > 0) throw Broken(Promise.NothingSilent, $"\"{said.Text}\" was refused ({answer}) and yet delivered");
            return;
        }

        said.Outcome = Outcome.Taken;
        world.Ledger.Settle(said);
    }

    /// <summary>The client sends what is no command: until something that was sent later is answered, a refusal may be meant for
    /// that.</summary>
    public void OnBabble() => ExpectWithoutEnd("(no command)", static reply => reply.IsNumeric
        ? reply.Verb[0] == '4'
        : reply.Verb == "FAIL" && !reply[0].All(char.IsAsciiLetter));

    /// <summary>Guarantees 1 and 3: what others knew to have been taken before this client's PING is there before its PONG.</summary>
    private void CheckHeard(int settled)
    {
        for (; _checkedSoFar < settled; _checkedSoFar++)
        {
            var said = world.Ledger.Settled[_checkedSoFar];
            if (said.Sender == Number || said.HeardBy.Contains(Number)) continue;
            if (world.HidesSpeech && said.IsToRoom) continue;

            // A room that has taken another name since may not be the one that was meant: somebody else may have opened one with this name.
            if (said.Audience.TryGetValue(Number, out var epoch) && Rooms.GetValueOrDefault(said.Target)?.Epoch == epoch)
                throw Broken(Promise.NothingSilent, $"\"{said.Text}\" to {said.Target} was taken, and this member has not heard it");
        }
    }
}
