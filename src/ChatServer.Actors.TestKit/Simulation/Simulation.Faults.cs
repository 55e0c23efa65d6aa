namespace ChatServer.Actors.TestKit;

// Handlers that throw because the test wants it.
public sealed partial class Simulation
{
    private readonly List<(Func<string, object, bool> When, Func<Exception> Cause)> _faults = [];

    /// <summary>Makes an actor throw, once, instead of handling a message.</summary>
    /// <param name="path">The actor, such as <c>/user/rooms/general</c>.</param>
    /// <param name="when">Which message; null for the next one.</param>
    /// <param name="cause">What it throws; null for an exception that says that it was injected.</param>
    public void ThrowIn(string path, Predicate<object>? when = null, Func<Exception>? cause = null) =>
        ThrowIn((actor, message) => actor == path && when?.Invoke(message) != false, cause);

    /// <summary>Makes any actor throw, once, instead of handling a message.</summary>
    /// <param name="when">Which actor, by its path, and which message.</param>
    /// <param name="cause">What it throws; null for an exception that says that it was injected.</param>
    public void ThrowIn(Func<string, object, bool> when, Func<Exception>? cause = null)
    {
        ArgumentNullException.ThrowIfNull(when);
        _faults.Add((when, cause ?? (static () => new InjectedFaultException())));
    }

    /// <summary>Cancels the faults that have not happened yet.</summary>
    public void ForgetFaults() => _faults.Clear();

    /// <summary>What the actor must throw instead of handling this message; null for nothing.</summary>
    internal Exception? FaultFor(IActorRef actor, object message)
    {
        if (_faults.Count == 0) return null;
        var path = actor.Path.ToStringWithoutAddress();
        var index = _faults.FindIndex(fault => fault.When(path, message));
        if (index < 0) return null;
        var cause = _faults[index].Cause();
        _faults.RemoveAt(index);
        return cause;
    }
}

/// <summary>Thrown by an actor on the order of <c>Simulation.ThrowIn</c>.</summary>
public sealed class InjectedFaultException() : Exception("Injected by the simulation.");
