using ChatServer.SimulationTests.World;

namespace ChatServer.SimulationTests.Plans;

/// <summary>All that is decided before a run begins: who comes, what each does, in what world. Together with the seed, which decides the
/// order of everything, it is the run. Clients and steps can be taken away, and what is left is a plan again.</summary>
/// <param name="Seed">Decides the order of turns, where bytes are cut and how long they take.</param>
/// <param name="Settings">The world.</param>
/// <param name="Clients">Who comes.</param>
public sealed record Plan(ulong Seed, RunSettings Settings, IReadOnlyList<ClientPlan> Clients);

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
}

/// <summary>One thing that a client does.</summary>
public abstract record Step
{
    /// <summary>Sends a command and goes on at once.</summary>
    public sealed record Say(string Line) : Step;

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

    /// <summary>The next user who is asked something by his connection.</summary>
    AnyUser,

    /// <summary>The next room that is asked something.</summary>
    AnyRoom,

    /// <summary>The directory of users, at the next question.</summary>
    UserDirectory,

    /// <summary>The directory of rooms, at the next question.</summary>
    RoomDirectory,
}
