using System.Text;
using ChatLoad.Clients;
using ChatLoad.Delivery;
using ChatLoad.Measuring;
using ChatServer.Protocol;

namespace ChatLoad.Scenarios.Evenings;

/// <summary>A real evening: rooms of Zipf sizes; few people talk much and many little; half of them stay, the others join and leave rooms,
/// change nicks, quit or vanish, and come back. A unit is the delivery to one member.</summary>
/// <remarks>Each process has people and rooms of its own.</remarks>
internal sealed class Evening : TrafficScenario
{
    private const int MostRooms = 3;
    private const int PeoplePerMove = 50;

    private readonly Zipf _popularity;
    private readonly Zipf _talkativeness;
    private readonly Attendance _attendance;
    private readonly List<Person> _people = [];
    private readonly List<Person> _passers = [];
    private readonly List<Room> _rooms = [];
    private readonly List<Voice> _voices = [];
    private readonly Dictionary<Move, int> _moves = [];
    private long _moveAt;
    private long _unsaid;

    /// <summary>An evening.</summary>
    public Evening(Bench bench)
        : base(bench)
    {
        _attendance = new Attendance(Meter);
        _popularity = new Zipf(Settings.Rooms);
        _talkativeness = new Zipf(Math.Max(1, Settings.ShareOf(Settings.Connections)));
    }

    private enum Move
    {
        Join,
        Part,
        Nick,
        Quit,
        Vanish,
    }

    /// <inheritdoc/>
    protected override int Actors => 0;

    private Random Random => Bench.Random;

    /// <inheritdoc/>
    public override void OnRegistered(IrcClient client)
    {
        if (MaySend)
            JoinSome(_people[client.Index]);
    }

    /// <inheritdoc/>
    public override void OnJoined(IrcClient client)
    {
        foreach (var stay in _people[client.Index].Stays.Values)
        {
            if (!stay.IsLeaving)
                _attendance.Settle(stay);
        }
    }

    /// <inheritdoc/>
    public override void OnStamped(IrcClient client, in Stamp stamp)
    {
        if (stamp.Sender >= _voices.Count)
            return;

        var voice = _voices[(int)stamp.Sender];
        if (!_people[client.Index].Stays.TryGetValue(voice.Room, out var stay) || stay.Voice == voice)
            return;
        if (!_attendance.Hear(stay, voice, stamp.Sequence))
            return;

        Meter.Latency.Record(Now - stamp.SentAt);
        Meter.LastArrival = Now;
    }

    /// <inheritdoc/>
    public override void OnMessage(IrcClient client, in MessageView message)
    {
        var isPart = message.Verb.SequenceEqual("PART"u8);
        if ((!isPart && !message.Verb.SequenceEqual("NICK"u8)) || !IsFrom(client, message.Source))
            return;

        var name = message.Text(0);
        if (!isPart)
            client.Nick = name;
        else if (_people[client.Index].Stays.Values.FirstOrDefault(stay => stay.Room.Name == name) is { } stay)
            Attendance.Forget(stay);
    }

    /// <inheritdoc/>
    public override void OnClosed(IrcClient client)
    {
        var person = _people[client.Index];
        if (!client.IsLeaving)
            LoseConnection(person);
        ComeBackLater(person);
    }

    /// <inheritdoc/>
    protected override void SetUp()
    {
        for (var i = 0; i < Settings.Rooms; i++)
            _rooms.Add(new Room($"#e{Settings.Process}x{i}"));
        for (var i = 0; i < Settings.ShareOf(Settings.Connections); i++)
        {
            var number = (i * Settings.Processes) + Settings.Process;
            _people.Add(new Person(isRegular: i % 2 == 0) { Client = new IrcClient(Bench.Clients, Meter, this, number) { Index = i } });
        }

        _passers.AddRange(_people.Where(person => !person.IsRegular));
        RegisterAll([.. _people.Select(person => person.Client)]);
        JoinAll([.. _people.Select(person => person.Client)], client => JoinSome(_people[client.Index]));
    }

    /// <inheritdoc/>
    protected override void Begin(long due)
    {
        // Somebody who is away just now would not have spoken; somebody else does.
        for (var attempt = 0; attempt < 20; attempt++)
        {
            var stays = _people[_talkativeness.Next(Random)].Stays.Values;
            if (stays.Count == 0 || stays.ElementAt(Random.Next(stays.Count)) is not { IsCertain: true } stay)
                continue;
            _attendance.Speak(stay.Voice, due);
            return;
        }

        _unsaid++;
    }

    /// <inheritdoc/>
    protected override void Fill(int actor)
    {
    }

    /// <inheritdoc/>
    protected override void OnHousekeeping(long now)
    {
        if (!MaySend || _passers.Count == 0 || now < _moveAt)
            return;

        MakeMove(_passers[Random.Next(_passers.Count)]);
        var pause = -Math.Log(1 - Random.NextDouble()) * PeoplePerMove / _people.Count;
        _moveAt = now + (long)(pause * Clock.Second);
    }

    /// <inheritdoc/>
    protected override void Conclude()
    {
        foreach (var (move, count) in _moves)
            Meter.Add(new Figure(NameOf(move), count, ""));
        if (_unsaid > 0)
            Meter.Add(new Figure("messages that nobody was there to send", _unsaid, ""));
    }

    private static string NameOf(Move move) => move switch
    {
        Move.Join => "joins",
        Move.Part => "parts",
        Move.Nick => "nick changes",
        Move.Quit => "quits",
        _ => "broken connections",
    };

    private static bool IsFrom(IrcClient client, ReadOnlySpan<byte> source)
    {
        var nick = source[..(source.IndexOf((byte)'!') is var end and >= 0 ? end : source.Length)];
        return Ascii.Equals(nick, client.Nick);
    }

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
