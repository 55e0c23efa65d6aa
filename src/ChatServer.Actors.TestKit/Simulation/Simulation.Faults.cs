namespace ChatServer.Actors.TestKit;

// Handlers that throw because the test says so.
public sealed partial class Simulation
{
    private readonly List<(string Path, Predicate<object> When, Func<Exception> Cause)> _faults = [];

    /// <summary>Lets an actor throw, once, instead of handling a message.</summary>
    /// <param name="path">The actor, such as <c>/user/rooms/general</c>.</param>
    /// <param name="when">Which message; null for the next one.</param>
    /// <param name="cause">What it throws; null for an exception that says that it was injected.</param>
    public void ThrowIn(string path, Predicate<object>? when = null, Func<Exception>? cause = null) =>
        _faults.Add((path, when ?? (static _ => true), cause ?? (static () => new InjectedFaultException())));

    /// <summary>What the actor is to throw instead of handling this message, if it is.</summary>
    internal Exception? FaultFor(string path, object message)
    {
        var index = _faults.FindIndex(fault => fault.Path == path && fault.When(message));
        if (index < 0) return null;
        var cause = _faults[index].Cause();
        _faults.RemoveAt(index);
        return cause;
    }
}

/// <summary>Thrown by an actor because <see cref="Simulation.ThrowIn"/> said so.</summary>
public sealed class InjectedFaultException() : Exception("Injected by the simulation.");
