using System.Text;
using ChatLoad.Clients;
using ChatLoad.Delivery;
using ChatLoad.Measuring;
using ChatServer.Protocol;

namespace ChatLoad.Scenarios.Evenings;

/// <summary>A realistic evening: room sizes follow Zipf's law, and a few people talk much and many little. Half of them stay; the others
/// join and leave rooms, change nicks, quit or vanish, and come back. A unit is the delivery to one member.</summary>
/// <remarks>Each process has its own people and rooms.</remarks>
internal sealed partial class Evening : TrafficScenario
{
    private readonly Zipf _popularity;
    private readonly Zipf _talkativeness;
    private readonly Attendance _attendance;
    private readonly List<Person> _people = [];
    private readonly List<Room> _rooms = [];
    private readonly List<Voice> _voices = [];
    private long _unsaid;

    /// <summary>An evening.</summary>
    public Evening(Bench bench)
        : base(bench)
    {
        _attendance = new Attendance(Meter);
        _popularity = new Zipf(Settings.Rooms);
        _talkativeness = new Zipf(Math.Max(1, Settings.ShareOf(Settings.Connections)));
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
        // If the chosen person is away just now, somebody else speaks.
        for (var attempt = 0; attempt < 20; attempt++)
        {
            var stays = _people[_talkativeness.Next(Random)].Stays.Values;
            if (stays.Count == 0 || stays.ElementAt(Random.Next(stays.Count)) is not { IsCertain: true } stay)
                continue;
            CountBegun(Attendance.ListenersOf(stay.Voice));
            stay.Voice.Speak(due);
            return;
        }

        _unsaid++;
    }

    /// <inheritdoc/>
    protected override void Fill(int actor, int window)
    {
    }

    /// <inheritdoc/>
    protected override void Conclude()
    {
        foreach (var (move, count) in _moves)
            Meter.Add(new Figure(NameOf(move), count, ""));
        if (_unsaid > 0)
            Meter.Add(new Figure("messages that nobody was there to send", _unsaid, ""));
    }

    private static bool IsFrom(IrcClient client, ReadOnlySpan<byte> source)
    {
        var nick = source[..(source.IndexOf((byte)'!') is var end and >= 0 ? end : source.Length)];
        return Ascii.Equals(nick, client.Nick);
    }
}
