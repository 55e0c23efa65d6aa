namespace ChatServer.SimulationTests.Model;

/// <content>What the client asks for, and what has to come of it. Source: Modern, Client Messages; echo-message;
/// labeled-response.</content>
internal sealed partial class ClientModel
{
    private static readonly string[] JoinParts = ["332", "333"];
    private static readonly string[] WhoisParts = ["401", "301"];
    private static readonly string[] JoinRefusals = ["403", "405", "437", "471", "473", "474", "475", "477", "480", "489"];
    private static readonly string[] ModeRefusals = ["401", "403", "441", "442", "461", "472", "478", "482", "696"];

    /// <summary>The client is about to send a command.</summary>
    public void OnSending(string line)
    {
        var words = line.Split(' ');
        if (words[0] is not ("PONG" or "QUIT")) Charged++;
        switch (words[0])
        {
            case "JOIN":
                ExpectJoins(line, words);
                break;
            case "PART":
                Expect(line, reply => (IsMine(reply, "PART") || reply.Verb is "403" or "442") && IsAbout(reply, words[1]));
                break;
            case "NICK":
                ExpectNick(line, words[1]);
                break;
            case "PRIVMSG" or "NOTICE":
                ExpectEcho(line, words);
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
            case "INVITE":
                world.NoteInvitation(words[2], words[1]);

                // Whom it names may have another nick by then.
                Expect(line, reply =>
                    (reply.Verb is "341" or "443" && world.Names.Same(reply[2], words[2]))
                    || (reply.Verb is "401" && world.Names.Same(reply[1], words[1]))
                    || (reply.Verb is "403" or "442" or "482" && IsAbout(reply, words[2])));
                break;
            case "MODE" when words.Length == 2:
                Expect(line, reply => reply.Verb is "324" or "403" && IsAbout(reply, words[1]));
                break;
            case "MODE" when words[2] is "b":
                Expect(line, reply => reply.Verb is "368" or "403" && IsAbout(reply, words[1]));
                break;
            case "MODE":
                Expect(
                    line,
                    reply => (IsMine(reply, "MODE") && IsAbout(reply, words[1]))
                        || (ModeRefusals.Contains(reply.Verb) && reply.Parameters.Skip(1).Any(IsNamed)),
                    isCertain: false);
                bool IsNamed(string word) => words.Skip(1).Any(named => world.Names.Same(named, word));
                break;
            case "AWAY":
                ExpectNumeric(line, words.Length > 1 ? "306" : "305");
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
        }
    }

    private void ExpectJoins(string line, string[] words)
    {
        if (words[1] == "0")
        {
            foreach (var room in Rooms.Keys.ToList())
                Expect(line, reply => (IsMine(reply, "PART") || reply.Verb is "403" or "442") && IsAbout(reply, room), isCertain: false);
            return;
        }

        foreach (var room in words[1].Split(','))
        {
            if (words.Length > 2) world.NoteKey(Number, room, words[2]);
            var folded = world.Names.Fold(room);

            // Who is in already hears nothing; and he may get in by a command that is still on its way.
            var isCertain = !Rooms.ContainsKey(folded)
                && !_answers.Waiting.Any(other => other.Command.StartsWith("JOIN ", StringComparison.Ordinal));
            Expect(line, reply => (reply.Verb == "366" || JoinRefusals.Contains(reply.Verb)) && IsAbout(reply, room), isCertain, JoinParts);
        }
    }

    private void ExpectNick(string line, string nick)
    {
        NicksHeld.Add(world.Names.Fold(nick));

        // Who has the nick already hears nothing; which one he has when the command is read he may not know yet.
        var isCertain = nick != Nick && !_answers.Waiting.Any(other => other.Command.StartsWith("NICK ", StringComparison.Ordinal));
        Expect(line, reply => IsMine(reply, "NICK") || reply.Verb is "432" or "433" or "437" or "447", isCertain);
    }

    private void ExpectEcho(string line, string[] words)
    {
        var target = world.Names.Fold(words[1]);
        var text = line[(line.IndexOf(" :", StringComparison.Ordinal) + 2)..];
        var isToRoom = target[0] == '#';
        var said = world.Ledger.Add(new Said(text, Number, ++_saidSoFar, target, isToRoom)
        {
            Audience = isToRoom ? world.AudienceOf(target) : new Dictionary<int, int>(),
        });

        // A notice is never answered; without echo its sender can't know what became of it.
        var isNotice = words[0] == "NOTICE";
        if (isNotice && !Has(Plans.Speech.Echo)) return;
        Expect(
            line,
            reply => (IsMine(reply, words[0]) && reply[1] == text)
                || (!isNotice && reply.Verb is "401" or "403" or "404" && world.Names.Same(reply[1], words[1])),
            isCertain: Has(Plans.Speech.Echo) && !isNotice,
            onOver: answer => OnSaid(said, answer, isNotice));
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
            if (!Has(Plans.Speech.Echo) && _answers.Waiting.Any(other => other.Command.StartsWith("PRIVMSG ", StringComparison.Ordinal)))
            {
                _isUnsureOfRefusals = true;
                return;
            }

            said.Outcome = Outcome.Refused;
            if (said.HeardBy.Count > 0) throw Broken(Promise.NothingSilent, $"\"{said.Text}\" was refused ({answer}) and yet delivered");
            return;
        }

        said.Outcome = Outcome.Taken;
        world.Ledger.Settle(said);
    }

    /// <summary>The client sends what is no command: a refusal may be meant for that, until all of it is known to have been read.</summary>
    public void OnBabble()
    {
        _babble++;
        _isUnsureOfRefusals = true;
    }

    private void ExpectPong(string line, string token)
    {
        var settled = world.Ledger.Settled.Count;
        var babble = _babble;
        var charged = Charged;
        Expect(line, reply => reply.Verb == "PONG" && reply[1] == token, onOver: answer =>
        {
            if (answer?.Verb != "PONG") return;
            _isUnsureOfRefusals = _babble != babble;
            CheckHeard(settled);
            CheckCredit(charged);
            LastPong = token;
        });
    }

    private void ExpectNumeric(string line, string numeric) => Expect(line, reply => reply.Verb == numeric);

    private void Expect(
        string line, Predicate<WireLine> matches, bool isCertain = true, string[]? parts = null, Action<WireLine?>? onOver = null) =>
        _answers.Add(new Expected(line, isCertain, matches)
        {
            Parts = parts ?? [],
            OnOver = onOver,
            OnDoubt = () => _isUnsureOfRefusals = true,
        });

    private bool IsMine(WireLine line, string verb) => line.Verb == verb && line.Source.Length > 0 && line.User == UserName;

    /// <summary>Whether a line names a room: as the first parameter of an event, after the nick in a numeric.</summary>
    private bool IsAbout(WireLine line, string room) => world.Names.Same(line.IsNumeric ? line[1] : line[0], room);

    /// <summary>Guarantees 1 and 3: what others knew to have been taken before this client's PING is there before its PONG.</summary>
    private void CheckHeard(int settled)
    {
        for (; _checkedSoFar < settled; _checkedSoFar++)
        {
            var said = world.Ledger.Settled[_checkedSoFar];
            if (said.Sender == Number || said.HeardBy.Contains(Number)) continue;
            if (said.Audience.TryGetValue(Number, out var epoch) && Rooms.TryGetValue(said.Target, out var room) && room.Epoch == epoch)
                throw Broken(Promise.NothingSilent, $"\"{said.Text}\" to {said.Target} was taken, and this member has not heard it");
        }
    }

    /// <summary>Guarantee 5: nobody gets more commands through than he has credit for.</summary>
    private void CheckCredit(int charged)
    {
        if (world.Settings.Flood is not { } flood) return;
        var most = flood.Burst + (flood.PerSecond * (clock.GetUtcNow() - _connectedAt).TotalSeconds) + 1;
        if (charged > most)
            throw Broken(Promise.BoundedEverything, $"{charged} commands were carried out where the flood control allows {most:0}");
    }
}
