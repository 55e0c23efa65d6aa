using ChatServer.Engine.Connections;
using ChatServer.Engine.Settings;
using ChatServer.Protocol;

namespace ChatServer.Engine.Commands;

/// <summary>Carries out a command: replies, or asks those who can answer.</summary>
/// <param name="session">The connection it came from.</param>
/// <param name="message">The command, with at least as many parameters as its row asks for. Gone when the handler returns.</param>
internal delegate void CommandHandler(Session session, MessageView message);

/// <summary>When a command is allowed.</summary>
internal enum Access
{
    /// <summary>At any time.</summary>
    Always,

    /// <summary>Before registration only; afterwards 462.</summary>
    BeforeRegistration,

    /// <summary>After registration only; before, 451.</summary>
    AfterRegistration,

    /// <summary>To operators of the server only; before registration 451, to others 481.</summary>
    Operator,
}

/// <summary>One row of the command table.</summary>
/// <param name="Verb">In capitals.</param>
/// <param name="LeastParameters">With fewer the handler is not called.</param>
/// <param name="Access">When it is allowed.</param>
/// <param name="Cost">What it takes from the client's flood credit.</param>
/// <param name="Run">Carries it out.</param>
/// <param name="Syntax">Its parameters, for HELP.</param>
/// <param name="Help">What it does, one sentence, for HELP.</param>
internal sealed record Command(
    string Verb, int LeastParameters, Access Access, int Cost, CommandHandler Run, string Syntax, string Help)
{
    /// <summary>Its place in the table.</summary>
    public int Index { get; init; }

    /// <summary>The reply to too few parameters, by how many were given; null to stay silent. 461 unless the row says otherwise.</summary>
    public Func<int, Numeric?> WhenMissing { get; init; } = static _ => Numerics.ERR_NEEDMOREPARAMS;

    /// <summary>Whether too few parameters close the connection.</summary>
    public bool ClosesWhenMissing { get; init; }

    /// <summary>A capability with which the command is allowed before registration too; none when there is no such.</summary>
    public Dialect EarlyWith { get; init; }

    /// <summary>The privilege that an operator needs to use it (723 otherwise); null when being one is enough.</summary>
    public OperatorPrivilege? Privilege { get; init; }
}
