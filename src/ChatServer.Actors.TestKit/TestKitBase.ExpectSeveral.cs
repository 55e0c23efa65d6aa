namespace ChatServer.Actors.TestKit;

// Several messages in any order.
public abstract partial class TestKitBase
{
    /// <summary>The next message equals one of these.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="messages">The allowed messages.</param>
    /// <returns>The message.</returns>
    public T ExpectMsgAnyOf<T>(params T[] messages) =>
        ExpectMsg<T>(actual => Require(messages.Contains(actual), $"Got {actual}, which is none of {string.Join(", ", messages)}"));

    /// <summary>The next messages equal these, in any order.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="messages">What is expected.</param>
    /// <returns>The messages as they came.</returns>
    public IReadOnlyList<T> ExpectMsgAllOf<T>(params T[] messages) => ExpectMsgAllOf(RemainingOrDilated(null), messages);

    /// <summary>The next messages equal these, in any order.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="max">How long to wait for all of them.</param>
    /// <param name="messages">What is expected.</param>
    /// <returns>The messages as they came.</returns>
    public IReadOnlyList<T> ExpectMsgAllOf<T>(TimeSpan max, params T[] messages)
    {
        ArgumentNullException.ThrowIfNull(messages);
        var received = ReceiveN(messages.Length, max);
        var missing = messages.ToList();
        var unexpected = received.Where(message => message is not T typed || !missing.Remove(typed)).ToList();
        Require(unexpected.Count == 0, $"Got {string.Join(", ", unexpected)} instead of {string.Join(", ", missing)}");
        return [.. received.Cast<T>()];
    }
}
