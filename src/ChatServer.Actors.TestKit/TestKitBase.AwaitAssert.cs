namespace ChatServer.Actors.TestKit;

// Conditions that become true sooner or later.
public abstract partial class TestKitBase
{
    private static readonly TimeSpan DefaultInterval = TimeSpan.FromMilliseconds(10);

    /// <summary>Waits until assertions hold.</summary>
    /// <param name="assertion">The assertions, tried repeatedly.</param>
    /// <param name="duration">How long to try; null for the default.</param>
    /// <param name="interval">The time between two tries.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    public void AwaitAssert(
        Action assertion, TimeSpan? duration = null, TimeSpan? interval = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(assertion);
        AwaitAssertAsync(
            () =>
            {
                assertion();
                return Task.CompletedTask;
            },
            duration,
            interval,
            cancellationToken).GetAwaiter().GetResult();
    }

    /// <inheritdoc cref="AwaitAssert"/>
    public async Task AwaitAssertAsync(
        Func<Task> assertion, TimeSpan? duration = null, TimeSpan? interval = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(assertion);
        var end = Now + RemainingOrDilated(duration);
        while (true)
        {
            try
            {
                await assertion().ConfigureAwait(false);
                return;
            }
            catch (Exception) when (Now < end)
            {
                // Not yet; the last failure is the one that is reported.
            }

            if (_simulation is not null) _simulation.RunFor(interval ?? DefaultInterval);
            else await Task.Delay(interval ?? DefaultInterval, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Waits until a condition is met.</summary>
    /// <param name="conditionIsFulfilled">The condition, tried repeatedly.</param>
    /// <param name="max">How long to try; null for the default.</param>
    /// <param name="interval">The time between two tries.</param>
    /// <param name="message">Added to the failure text.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    public void AwaitCondition(
        Func<bool> conditionIsFulfilled,
        TimeSpan? max = null,
        TimeSpan? interval = null,
        string? message = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(conditionIsFulfilled);
        AwaitAssert(() => Require(conditionIsFulfilled(), message ?? "The condition is not met."), max, interval, cancellationToken);
    }

    /// <inheritdoc cref="AwaitCondition"/>
    public Task AwaitConditionAsync(
        Func<Task<bool>> conditionIsFulfilled,
        TimeSpan? max = null,
        TimeSpan? interval = null,
        string? message = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(conditionIsFulfilled);
        return AwaitAssertAsync(
            async () => Require(await conditionIsFulfilled().ConfigureAwait(false), message ?? "The condition is not met."),
            max,
            interval,
            cancellationToken);
    }
}
