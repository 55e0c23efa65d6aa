using ChatLoad.Clients;
using ChatLoad.Delivery;
using ChatLoad.Measuring;

namespace ChatLoad.Scenarios.Evenings;

/// <content>What people do besides talking: every second, about one in fifty of them does something.</content>
internal sealed partial class Evening
{
    private const int MostRooms = 3;
    private const int PeoplePerMove = 50;

    private readonly List<Person> _passers = [];
    private readonly Dictionary<Move, int> _moves = [];
    private long _moveAt;

    private enum Move
    {
        Join,
        Part,
        Nick,
        Quit,
        Vanish,
    }

    /// <inheritdoc/>
    protected override void OnHousekeeping(long now)
    {
        if (!MaySend || _passers.Count == 0)
            return;

        if (_moveAt == 0)
            _moveAt = now;
        while (now >= _moveAt)
        {
            MakeMove(_passers[Random.Next(_passers.Count)]);
            var pause = -Math.Log(1 - Random.NextDouble()) * PeoplePerMove / _people.Count;
            _moveAt += (long)(pause * Clock.Second);
        }
    }

    private static string NameOf(Move move) => move switch
    {
        Move.Join => "joins",
        Move.Part => "parts",
        Move.Nick => "nick changes",
        Move.Quit => "quits",
        _ => "broken connections",
    };

    private void MakeMove(Person person)
    {
        if (person.Client.Phase != ClientPhase.Registered || person.Client.JoinsPending > 0 || person.Client.IsLeaving)
            return;

        var move = Random.Next(100) switch { < 30 => Move.Join, < 60 => Move.Part, < 80 => Move.Nick, < 90 => Move.Quit, _ => Move.Vanish };
        switch (move)
        {
            case Move.Join when person.Stays.Count < MostRooms:
                JoinSome(person);
                break;
            case Move.Part when person.Stays.Values.FirstOrDefault(stay => stay.IsCertain) is { } stay:
                _attendance.Leave(stay);
                person.Client.Send($"PART {stay.Room.Name}\r\n");
                break;
            case Move.Nick:
                person.Client.Send($"NICK {NextNick(person)}\r\n");
                break;
            case Move.Quit:
                LeaveAll(person);
                person.Client.Quit();
                break;
            case Move.Vanish:
                LoseConnection(person);
                person.Client.Abort();
                ComeBackLater(person);
                break;
            default:
                return;
        }

        _moves[move] = _moves.GetValueOrDefault(move) + 1;
    }

    private void JoinSome(Person person)
    {
        var rooms = new List<string>();
        for (var i = Random.Next(MostRooms); i >= 0; i--)
        {
            var room = _rooms[_popularity.Next(Random)];
            if (person.Stays.ContainsKey(room))
                continue;

            var voice = new Voice(person, room, _voices.Count, new StampedLine(room.Name, Settings.Payload, Settings.Run));
            _voices.Add(voice);
            Attendance.Enter(new Stay(person, room, voice));
            rooms.Add(room.Name);
        }

        if (rooms.Count > 0)
            person.Client.Join([.. rooms]);
    }

    private void LeaveAll(Person person)
    {
        foreach (var stay in person.Stays.Values)
            _attendance.Leave(stay);
    }

    private void LoseConnection(Person person)
    {
        LeaveAll(person);
        foreach (var stay in person.Stays.Values)
            _attendance.Break(stay.Voice);
    }

    private void ComeBackLater(Person person)
    {
        person.Stays.Clear();
        Bench.Loop.At(Clock.Now + (long)((1 + (4 * Random.NextDouble())) * Clock.Second), () =>
        {
            // The old nick may be held until the server has noticed that its connection is gone.
            if (!MaySend)
                return;
            person.Client.Nick = NextNick(person);
            person.Client.Connect(Clock.Now);
        });
    }

    private string NextNick(Person person) => $"{Bench.Clients.NickPrefix}{person.Client.Number:x}n{++person.NickChanges:x}";
}
