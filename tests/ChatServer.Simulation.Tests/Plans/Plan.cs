using ChatServer.SimulationTests.World;

namespace ChatServer.SimulationTests.Plans;

/// <summary>All that is decided before a run begins: who comes, what each does, in what world. Together with the seed, which decides the
/// order of everything, it is the run. Clients and steps can be taken away, and what is left is a plan again.</summary>
/// <param name="Seed">Decides the order of turns, where bytes are cut and how long they take.</param>
/// <param name="Settings">The world.</param>
/// <param name="Clients">Who comes.</param>
public sealed record Plan(ulong Seed, RunSettings Settings, IReadOnlyList<ClientPlan> Clients)
{
    /// <summary>Whether a small world of other actors is played as well, in which there is no chat.</summary>
    public bool HasScene { get; init; }
}

/// <summary>One client.</summary>
/// <param name="Number">Tells it from the others; its user name is <c>u</c> and this number.</param>
/// <param name="Nick">The nick it asks for first.</param>
/// <param name="Speaks">What it negotiates.</param>
/// <param name="ConnectsAt">When it comes, from the beginning.</param>
/// <param name="AnswersPings">Whether it is alive enough to answer the server's PING.</param>
/// <param name="Steps">What it does once it is registered.</param>
public sealed record ClientPlan(
    int Number, string Nick, Speech Speaks, TimeSpan ConnectsAt, bool AnswersPings, IReadOnlyList<Step> Steps);

/// <summary>The capabilities that a client negotiates.</summary>
[Flags]
public enum Speech
{
    /// <summary>RFC 1459 and nothing else.</summary>
    Plain = 0,

    /// <summary>Every event has an id; what matters for its order.</summary>
    Tags = 1,

    /// <summary>What it says comes back.</summary>
    Echo = 2,

    /// <summary>Every command has a label, and its answer bears it.</summary>
    Labels = 4,

    /// <summary>Sees all ranks of a member, and his user name, in NAMES.</summary>
    FullNames = 8,

    /// <summary>Every line says when what it tells has happened.</summary>
    Times = 16,

    /// <summary>Hears who is away.</summary>
    Presence = 32,

    /// <summary>Sees real names in a JOIN, and their changes.</summary>
    RealNames = 64,

    /// <summary>Hears who else is invited to its rooms.</summary>
    Invitations = 128,

    /// <summary>Asks for what was said before.</summary>
    Past = 256,

    /// <summary>Sees a room take another name, and not itself leave and come.</summary>
    NewNames = 512,

    /// <summary>Says several lines as one message.</summary>
    Multiline = 1024,

    /// <summary>Hears that a message was taken back.</summary>
    Redactions = 2048,

    /// <summary>Hears that somebody has another host, and does not see him leave and come back.</summary>
    Hosts = 4096,

    /// <summary>Is told up to when it has read what.</summary>
    ReadMarkers = 8192,

    /// <summary>Of what was said before, sees what happened as well.</summary>
    Events = 16384,

    /// <summary>Hears of those it watches though it shares no room with them.</summary>
    FromAfar = 32768,
}

/// <summary>One thing that a client does.</summary>
public abstract record Step
{
    /// <summary>Sends a command and goes on at once.</summary>
    public sealed record Say(string Line) : Step;

    /// <summary>Says several lines as one message; one after the other where the client does not know of such messages.</summary>
    public sealed record SayLines(string Target, IReadOnlyList<string> Lines) : Step;

    /// <summary>Asks for a part of what was said in a room, as far as the client has heard it.</summary>
    /// <param name="Subcommand">Of CHATHISTORY.</param>
    /// <param name="Room">Where.</param>
    /// <param name="From">Which message, counted back from the last it has heard.</param>
    /// <param name="To">For BETWEEN, the other one.</param>
    /// <param name="Limit">How many are asked for.</param>
    /// <param name="ByTime">Whether messages are named by when they were said, where that is known.</param>
    public sealed record Recall(string Subcommand, string Room, int From, int To, int Limit, bool ByTime) : Step;

    /// <summary>Takes back, or tries to, one of the last messages heard in a room, or said between the client and somebody else.</summary>
    /// <param name="Room">Where.</param>
    /// <param name="Back">Which message, counted back from the last.</param>
    /// <param name="IsPrivate">Whether one that no room has heard.</param>
    public sealed record TakeBack(string Room, int Back, bool IsPrivate) : Step;

    /// <summary>Sends bytes that are no command.</summary>
    public sealed record Babble(byte[] Bytes) : Step;

    /// <summary>Waits until everything before has taken effect.</summary>
    public sealed record Sync : Step;

    /// <summary>Does nothing for a while.</summary>
    public sealed record Rest(TimeSpan For) : Step;

    /// <summary>Stops reading, for a while or for good (null).</summary>
    public sealed record StopReading(TimeSpan? For) : Step;

    /// <summary>Ends without a QUIT: the line is cut, or ends in order.</summary>
    public sealed record Vanish(bool InOrder) : Step;

    /// <summary>Something inside the server throws.</summary>
    public sealed record Break(Victim Victim) : Step;

    /// <summary>Somebody sets the server's date.</summary>
    public sealed record SetCalendar(TimeSpan By) : Step;
}

/// <summary>Which actor throws.</summary>
public enum Victim
{
    /// <summary>The connection of the client whose step it is, at its next message.</summary>
    MyConnection,

    /// <summary>The next user who is asked something.</summary>
    AnyUser,

    /// <summary>The next room that is asked something.</summary>
    AnyRoom,

    /// <summary>The next room that is asked to stand still for a change of a member, or told of it. Once in a run: it is asked
    /// again.</summary>
    RoomInChange,

    /// <summary>The directory of users, at the next question.</summary>
    UserDirectory,

    /// <summary>The directory of rooms, at the next question.</summary>
    RoomDirectory,

    /// <summary>The next connection that is told of something, while it writes it down.</summary>
    AnyWriting,

    /// <summary>The next connection whose timer is due.</summary>
    AnyTimer,

    /// <summary>The one who admits connections, at the next question.</summary>
    Listener,

    /// <summary>One of those who look after what is neither user nor room, at the next question.</summary>
    Office,

    /// <summary>The next user who hears from a room that something has changed for him there, or that it stands still for him. Nobody waits
    /// for an answer, so his supervisor is asked. Only where there is one room: each would say by itself that he has gone.</summary>
    UserAtNews,

    /// <summary>The next user who hears who watches him, or to whom he has spoken, whatever he waits for. Only where there is one
    /// room.</summary>
    UserAtGossip,
}
