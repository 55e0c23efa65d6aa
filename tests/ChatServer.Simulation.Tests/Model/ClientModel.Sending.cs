namespace ChatServer.SimulationTests.Model;

/// <content>What the client asks for, and what has to come of it. Source: Modern, Client Messages; echo-message;
/// labeled-response.</content>
internal sealed partial class ClientModel
{
    /// <summary>What is shorter is taken for a real name, whatever the server's limit.</summary>
    private const int LongestRealName = 100;
    private static readonly string[] WhoisParts = ["401", "301"];
    private readonly Guesses _guesses = new();
    private bool _hasGivenPassword;
    private bool _hasLaidDownPower;

    /// <summary>A line is sent, whatever it is.</summary>
    public void OnTransmitting() => _credit.OnLine(clock.GetUtcNow());

    /// <summary>The client is about to send a command.</summary>
    /// <param name="line">The command, with the tags that it is sent with.</param>
    /// <param name="moreLines">For a message of several lines, those after the first.</param>
    public void OnSending(string line, IReadOnlyList<string>? moreLines = null)
    {
        world.GoOn();
        var tags = line.StartsWith('@') ? line[1..line.IndexOf(' ', StringComparison.Ordinal)].Split(';') : [];
        line = tags.Length == 0 ? line : line[(line.IndexOf(' ', StringComparison.Ordinal) + 1)..];
        var words = line.Split(' ');
        if (words[0] is not ("PONG" or "QUIT")) _credit.OnSent(clock.GetUtcNow());
        if (words[0] is "KICK" or "PART" or "QUIT") world.Reasons.Note(UserName, words[0], line);
        switch (words[0])
        {
            case "JOIN":
                ExpectJoins(line, words);
                break;
            case "PART":
                foreach (var room in words[1].Split(','))
                    Expect(
                        line,
                        reply => ((IsMine(reply, "PART") && reply[1].Length > 0) || reply.Verb is "403" or "442") && IsAbout(reply, room));
                break;
            case "NICK":
                ExpectNick(line, words[1]);
                break;
            case "PRIVMSG" or "NOTICE" or "TAGMSG":
                ExpectEcho(line, words, tags, moreLines ?? []);
                break;
            case "TOPIC" when words.Length > 2:
                Expect(line, reply => (IsMine(reply, "TOPIC") || reply.Verb is "403" or "442" or "482") && IsAbout(reply, words[1]));
                break;
            case "TOPIC":
                Expect(line, reply => reply.Verb is "331" or "333" or "403" && IsAbout(reply, words[1]));
                break;
            case "KICK":
                Expect(line, reply =>
                    (IsMine(reply, "KICK") && IsAbout(reply, words[1]) && world.Names.Same(reply[1], words[2]))
                    || (reply.Verb is "401" or "441" && world.Names.Same(reply[1], words[2]))
                    || (reply.Verb is "403" or "442" or "482" && IsAbout(reply, words[1])));
                break;
            case "INVITE" when words.Length > 1:
                NoteAddressed(words[0], words[1]);
                world.NoteInvitation(words[2], words[1]);

                // Whom it names may have another nick by then.
                Expect(line, reply =>
                    (reply.Verb is "341" or "443" && world.Names.Same(reply[2], words[2]))
                    || (reply.Verb is "401" && world.Names.Same(reply[1], words[1]))
                    || (reply.Verb is "403" or "442" or "482" && IsAbout(reply, words[2])));
                break;
            case "MODE" when words[1][0] != '#':
                _hasLaidDownPower |= words.Length > 2 && words[2].StartsWith("-o", StringComparison.Ordinal);
                Expect(
                    line,
                    reply => (IsMine(reply, "MODE") && !reply[0].StartsWith('#')) || reply.Verb is "221" or "401" or "501" or "502",
                    isCertain: words.Length == 2);
                break;
            case "MODE" when words.Length == 2:
                Expect(line, reply => reply.Verb is "324" or "403" && IsAbout(reply, words[1]));
                break;
            case "MODE" when words[2] is "b" or "e" or "I":
                Expect(line, reply => reply.Verb is "368" or "349" or "347" or "403" or "482" && IsAbout(reply, words[1]));
                break;
            case "MODE":
                NoteWish(words[2]);
                ExpectModes(line, words);
                break;
            case "SAMODE":
                ExpectForcedModes(line, words);
                break;
            case "SETNAME":
                _hasChangedRealName = true;
                RealName = line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..] is { Length: < LongestRealName } name ? name : null;
                ExpectWithoutEnd(line);
                break;
            case "AWAY":
                ExpectAway(line, words);
                break;
            case "MONITOR":
                ExpectWatch(line, words);
                break;
            case "CHATHISTORY":
                ExpectPast(line, words);
                break;
            case "RENAME":
                ExpectRename(line, words);
                break;
            case "REDACT" when NicksHeld.Contains(world.Names.Fold(words[1])):
                // What it has said to itself it takes back twice: it hears it, and it is answered.
                ExpectWithoutEnd(line);
                break;
            case "REDACT":
                Expect(
                    line,
                    reply => (IsMine(reply, "REDACT") && reply[1] == words[2])
                        || (IsFailure(reply, "REDACT") && reply[2] == words[1])
                        || (reply.Verb == "421" && IsFor(reply, "REDACT")),
                    isCertain: Has(Plans.Speech.Echo) || !Has(Plans.Speech.Redactions));
                break;
            case "OPER":
                _hasGivenPassword |= words[2] == Plans.Vocabulary.OperatorPassword;
                var guessedAt = clock.GetUtcNow();
                Expect(line, reply => reply.Verb is "381" or "464" or "263" or "491", onOver: answer => OnGuessed(guessedAt, answer));
                break;
            case "REHASH":
                ExpectReading(line);
                break;
            case "DIE":
                Expect(line, reply => NoPower.Contains(reply.Verb), isCertain: false);
                break;
            case "KILL":
                world.NoteKill(words[1]);
                Expect(line, reply => reply.Verb is "481" or "723" or "401", isCertain: false);
                break;
            case "CHGHOST":
                world.HasNewHosts = true;

                // Whose host it is hears of it; who has changed it does not, as elsewhere.
                Expect(line, reply => reply.Verb is "481" or "723" or "401" || IsFailure(reply, "CHGHOST"), isCertain: false);
                break;
            case "KNOCK":
                NoteAddressed(words[0], words[1]);
                Expect(
                    line,
                    reply => reply.Verb is "711" or "712" or "713" or "714" or "403" or "404" or "480" && IsAbout(reply, words[1]),
                    onOver: answer => AnswerToKnock = answer?.Verb);
                break;
            case "MARKREAD":
                ExpectMarker(line, words);
                break;
            case "INVITE":
                ExpectNumeric(line, "337");
                break;
            case "NAMES":
                Expect(line, reply => reply.Verb == "366" && IsAbout(reply, words[1]));
                break;
            case "WHO":
                Expect(line, reply => reply.Verb == "315" && IsAbout(reply, words[1]));
                break;
            case "WHOIS":
                Expect(line, reply => reply.Verb == "318" && world.Names.Same(reply[1], words[1]), parts: WhoisParts);
                break;
            case "WHOWAS":
                ExpectNumeric(line, "369");
                break;
            case "LIST":
                _lists.Enqueue(words.Length > 1 ? words[1] : "");
                ExpectNumeric(line, "323");
                break;
            case "LUSERS":
                ExpectNumeric(line, "266");
                break;
            case "ISON":
                ExpectNumeric(line, "303");
                break;
            case "USERHOST":
                ExpectNumeric(line, "302");
                break;
            case "VERSION":
                ExpectNumeric(line, "351");
                break;
            case "PING":
                ExpectPong(line, words[1]);
                break;
            case "ACCEPT" when words.Length == 1:
                ExpectNumeric(line, "282");
                break;
            case "ACCEPT":
                NoteAccepted(words[1]);
                var named = words[1].Split(',').Select(nick => nick.TrimStart('-')).ToList();
                ExpectWithoutEnd(line, reply => reply.Verb is "401" or "457" or "458" && NamesAny(reply, named));
                break;
            case "WALLOPS":
                Expect(line, reply => reply.Verb is "481" or "723", isCertain: false);
                break;
            default:
                if (words[0] is "NPC" or "NPCA" or "SCENE" or "RELAYMSG") NoteAddressed(words[0], words[1]);
                if (Enquiries.EndOf(words) is { } ends) Expect(line, reply => ends.Contains(reply.Verb) && IsFor(reply, words[0]));
                else ExpectWithoutEnd(line);
                break;
        }
    }

    private void OnGuessed(DateTimeOffset sentAt, WireLine? answer)
    {
        if (answer?.Verb == "464" && _guesses.IsOneTooMany(sentAt, clock.GetUtcNow()))
            throw Broken(Promise.BoundedEverything, $"may guess on and on: {answer}");
        if (answer?.Verb == "263" && world.Faults == 0 && !_guesses.WereMany(sentAt))
            throw Broken(Promise.RulesHold, $"has not guessed that often: {answer}");
    }
}
