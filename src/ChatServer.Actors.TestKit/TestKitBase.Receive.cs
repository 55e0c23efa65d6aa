namespace ChatServer.Actors.TestKit;

// Receiving messages without saying what they should be.
public abstract partial class TestKitBase
{
    /// <summary>The next message, or null if none comes in time.</summary>
    /// <param name="max">How long to wait; null for the default.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    public object? ReceiveOne(TimeSpan? max = null, CancellationToken cancellationToken = default) =>
        Wait(ReceiveOneAsync(max, cancellationToken));

    /// <inheritdoc cref="ReceiveOne"/>
    public async ValueTask<object?> ReceiveOneAsync(TimeSpan? max = null, CancellationToken cancellationToken = default) =>
        (await TakeAsync(max, cancellationToken).ConfigureAwait(false))?.Message;

    /// <summary>Looks at the next message without taking it; null if none comes in time.</summary>
    /// <param name="max">How long to wait; null for the default.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    public object? PeekOne(TimeSpan? max = null, CancellationToken cancellationToken = default) =>
        Wait(_mailbag.PeekAsync(WaitVirtually(RemainingOrDilated(max)), cancellationToken))?.Message;

    /// <summary>Receives that many messages.</summary>
    /// <param name="numberOfMessages">How many.</param>
    /// <param name="max">How long to wait for all of them; null for the default.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    public IReadOnlyList<object> ReceiveN(int numberOfMessages, TimeSpan? max = null, CancellationToken cancellationToken = default) =>
        Wait(ReceiveNAsync(numberOfMessages, max, cancellationToken));

    /// <inheritdoc cref="ReceiveN"/>
    public async ValueTask<IReadOnlyList<object>> ReceiveNAsync(
        int numberOfMessages, TimeSpan? max = null, CancellationToken cancellationToken = default)
    {
        var end = Now + RemainingOrDilated(max);
        var received = new List<object>(numberOfMessages);
        while (received.Count < numberOfMessages)
        {
            var next = await TakeAsync(Left(end), cancellationToken).ConfigureAwait(false);
            if (next is null) Fail($"Expected {numberOfMessages} messages, got {received.Count}: {string.Join(", ", received)}");
            received.Add(next!.Message);
        }

        return received;
    }

    /// <summary>Receives messages as long as a function returns a result for them.</summary>
    /// <typeparam name="T">The type of the results.</typeparam>
    /// <param name="filter">Null stops it; that message stays for later.</param>
    /// <param name="max">How long to continue; null for the default.</param>
    /// <param name="idle">How long to wait for each message; null for no limit but <paramref name="max"/>.</param>
    /// <param name="msgs">How many at most.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    public IReadOnlyList<T> ReceiveWhile<T>(
        Func<object, T?> filter,
        TimeSpan? max = null,
        TimeSpan? idle = null,
        int msgs = int.MaxValue,
        CancellationToken cancellationToken = default)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(filter);
        var end = Now + RemainingOrDilated(max);
        var results = new List<T>();
        while (results.Count < msgs)
        {
            var left = Left(end);
            var next = Wait(_mailbag.PeekAsync(WaitVirtually(idle is { } limit && limit < left ? limit : left), cancellationToken));
            if (next is null || filter(next.Message) is not { } result) break;
            results.Add(result);
            Wait(TakeAsync(TimeSpan.Zero, cancellationToken));
        }

        return results;
    }

    private protected static T Wait<T>(ValueTask<T> task) =>
        task.IsCompleted ? task.GetAwaiter().GetResult() : task.AsTask().GetAwaiter().GetResult();

    private TimeSpan Left(TimeSpan end) => end > Now ? end - Now : TimeSpan.Zero;

    /// <summary>In a simulation: runs it until a message arrives or this much virtual time has passed.</summary>
    /// <returns>What is left to wait for on the wall clock.</returns>
    private TimeSpan WaitVirtually(TimeSpan max)
    {
        if (_simulation is null) return max;
        _simulation.RunUntil(() => HasMessages, max);
        return TimeSpan.Zero;
    }

    private async ValueTask<MessageEnvelope?> TakeAsync(TimeSpan? max, CancellationToken cancellationToken)
    {
        var envelope = await _mailbag.TakeAsync(WaitVirtually(RemainingOrDilated(max)), cancellationToken).ConfigureAwait(false);
        if (envelope is not null) (LastMessage, LastSender) = (envelope.Message, envelope.Sender);
        return envelope;
    }
}
