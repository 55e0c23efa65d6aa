using ChatServer.Domain;

namespace ChatServer.Engine;

/// <summary>A message that is answered, with exactly one <see cref="IAnswer"/>, whatever happens.</summary>
/// <remarks>An actor whose handler throws answers <see cref="Failed"/> before its supervisor decides (<see cref="EngineActor"/>); for one
/// that has stopped, <see cref="Faults.LostRequestsActor"/> answers. So the asker can wait without a timer.</remarks>
public interface IRequest;

/// <summary>The end of a request.</summary>
public interface IAnswer;

/// <summary>The request was carried out, and there is nothing to add.</summary>
public sealed record Done : IAnswer
{
    private Done()
    {
    }

    /// <summary>The only instance.</summary>
    public static Done Instance { get; } = new();
}

/// <summary>The request was refused, and nothing has changed.</summary>
/// <param name="Reason">Why.</param>
public sealed record Denied(Refusal Reason) : IAnswer;

/// <summary>The server failed at the request. What it would have changed is as it was.</summary>
/// <param name="Cause">What was thrown; for the log, not for the wire.</param>
public sealed record Failed(Exception Cause) : IAnswer;

/// <summary>The recipient had stopped before it could take the request.</summary>
/// <param name="Request">What was asked.</param>
public sealed record Undeliverable(IRequest Request) : IAnswer;
