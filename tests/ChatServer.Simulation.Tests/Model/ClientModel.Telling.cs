using System.Globalization;

namespace ChatServer.SimulationTests.Model;

/// <content>Answers that are judged when nothing is under way any more.</content>
internal sealed partial class ClientModel
{
    // What it has asked to be listed and has not been told the end of: "<3", ">1", or nothing for all.
    private readonly Queue<string> _lists = new();
    private WhoisAnswer? _whois;
    private DateTimeOffset? _wasUntil;
    private int _mostUsers;

    public Told Told { get; private set; } = new();

    /// <summary>Whether it may see the lists that are for operators.</summary>
    public bool IsOperatorOf(RoomView room) =>
        room.Members.GetValueOrDefault(world.Names.Fold(Nick)) is { Ranks: not null, Height: >= RoomView.HalfOperator };

    /// <summary>Whether it has asked for all rooms.</summary>
    public bool HasListed { get; set; }

    /// <summary>To whom it has said something at the end, folded; null for nobody.</summary>
    public string? HasSpokenTo { get; set; }

    /// <summary>What was told until now does not count.</summary>
    public void ForgetWhatWasTold() => Told = new Told();

    private void Note(WireLine line)
    {
        switch (line.Verb)
        {
            case "311":
                Told.Whois[world.Names.Fold(line[1])] = _whois = new WhoisAnswer(line[2], line[3], line[5]);
                break;
            case "302":
                foreach (var shown in line[1].Split(' ', StringSplitOptions.RemoveEmptyEntries))
                {
                    var nick = shown.Split('=')[0].TrimEnd('*');
                    Told.Described[world.Names.Fold(nick)] = shown[nick.Length..];
                }

                break;
            case "338":
                CheckOrigin(line);
                break;
            case "319" when _whois is not null:
                foreach (var shown in line[2].Split(' '))
                {
                    var name = shown.TrimStart([.. RoomView.RankSigns]);
                    CheckSigns(shown[..^name.Length], line);
                    _whois.Rooms[world.Names.Fold(name)] = shown[..^name.Length];
                }

                break;
            case "301" when _whois is not null:
                _whois.Away = line[2];
                break;
            case "301":
                Told.AwayFor[world.Names.Fold(line[1])] = line[2];
                break;
            case "318":
                _whois = null;
                break;
            case "314":
                Told.UsersWhoWere(world.Names.Fold(line[1])).Add(line[2]);
                break;
            case "312" when _whois is null:
                CheckOrderOfFormer(line);
                break;
            case "369":
                _wasUntil = null;
                Told.UsersWhoWere(world.Names.Fold(line[1]));
                break;
            case "323":
                _lists.TryDequeue(out _);
                break;
            case "322":
                CheckListed(line);
                Told.Listed[world.Names.Fold(line[1])] = (line[2], line[3]);
                break;
            case "251":
                var words = line[1].Split(' ');
                Told.Counts = (Count(words[2]), Count(words[5]), 0, 0);
                break;
            case "252" when Told.Counts is { } counts:
                Told.Counts = counts with { Operators = Count(line[1]) };
                break;
            case "254" when Told.Counts is { } counts:
                Told.Counts = counts with { Rooms = Count(line[1]) };
                break;
            case "266":
                CheckMostUsers(line);
                break;
            case "336":
                Told.InvitedTo.Add(world.Names.Fold(line[1]));
                break;
            case "303":
                Told.Online = [.. line[1].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(world.Names.Fold)];
                break;
            case "221":
                Told.UserModes = line[1];
                break;
        }
    }

    private static int Count(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    // 312 client nick server :until. Of those who had a nick, the last one is shown first.
    private void CheckOrderOfFormer(WireLine line)
    {
        var until = DateTimeOffset.ParseExact(line[3], "ddd MMM dd yyyy 'at' HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);
        if (until > _wasUntil && !world.Settings.ClockJumps)
            throw Broken(Promise.KnowledgeIsTrue, $"was shown first who had the nick until {_wasUntil:O}: {line}");
        _wasUntil = until;
    }

    // 266 client users most :text. There never are more than the most there have been, and that is never taken back.
    private void CheckMostUsers(WireLine line)
    {
        var (users, most) = (Count(line[1]), Count(line[2]));
        if (most < users || most < _mostUsers)
            throw Broken(Promise.KnowledgeIsTrue, $"knows that {Math.Max(users, _mostUsers)} were here at once: {line}");
        _mostUsers = most;
    }

    // 322 client room members :topic
    private void CheckListed(WireLine line)
    {
        if (world.Faults > 0 || !_lists.TryPeek(out var wish) || wish.Length == 0) return;
        var (members, bound) = (Count(line[2]), Count(wish[1..]));
        if (wish[0] == '>' ? members <= bound : members >= bound)
            throw Broken(Promise.KnowledgeIsTrue, $"has asked for LIST {wish}: {line}");
    }
}
