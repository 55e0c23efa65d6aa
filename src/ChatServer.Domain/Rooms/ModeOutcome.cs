using System.Collections.Immutable;
using ChatServer.Protocol;

namespace ChatServer.Domain.Rooms;

/// <summary>Why one change of a MODE command was not made.</summary>
public enum ModeProblem
{
    /// <summary>The member asking has too low a rank for this change.</summary>
    OperatorNeeded,

    /// <summary>The nick that the change names is not in the room.</summary>
    TargetNotInRoom,

    /// <summary>The parameter is not valid for the mode.</summary>
    InvalidParameter,

    /// <summary>The list is full.</summary>
    ListFull,
}

/// <summary>The outcome of a MODE command.</summary>
/// <param name="Next">The room afterwards.</param>
/// <param name="Effective">The changes that had an effect, in order, with parameters as they are to be shown.</param>
/// <param name="Problems">The changes that were refused, with the reason.</param>
public sealed record ModeOutcome(
    RoomState Next, ImmutableArray<ModeChange> Effective, ImmutableArray<(ModeChange Change, ModeProblem Problem)> Problems);
