namespace ChatServer.Actors.TestKit;

/// <summary>Runs an action and expects log entries or dead letters from it.</summary>
public interface IEventFilterApplier
{
    /// <summary>Counts what matches another filter too.</summary>
    EventFilterFactory And { get; }

    /// <summary>Expects one match.</summary>
    /// <param name="action">The action.</param>
    void ExpectOne(Action action);

    /// <summary>Expects one match.</summary>
    /// <param name="timeout">How long to wait for it.</param>
    /// <param name="action">The action.</param>
    void ExpectOne(TimeSpan timeout, Action action);

    /// <summary>Expects that many matches.</summary>
    /// <param name="expectedCount">How often; for 0, nothing may come for <see cref="TestKitSettings.ExpectNoMessageDefault"/>.</param>
    /// <param name="action">The action.</param>
    void Expect(int expectedCount, Action action);

    /// <summary>Expects that many matches.</summary>
    /// <param name="expectedCount">How often.</param>
    /// <param name="timeout">How long to wait for it.</param>
    /// <param name="action">The action.</param>
    void Expect(int expectedCount, TimeSpan timeout, Action action);

    /// <summary>Expects one match.</summary>
    /// <param name="actionAsync">The action.</param>
    Task ExpectOneAsync(Func<Task> actionAsync);

    /// <summary>Expects that many matches.</summary>
    /// <param name="expectedCount">How often.</param>
    /// <param name="actionAsync">The action.</param>
    /// <param name="timeout">How long to wait for it.</param>
    Task ExpectAsync(int expectedCount, Func<Task> actionAsync, TimeSpan? timeout = null);

    /// <summary>Runs an action and ignores any matches.</summary>
    /// <param name="action">The action.</param>
    void Mute(Action action);
}

internal sealed class EventFilterApplier(TestKitBase testKit, Predicate<object> matches) : IEventFilterApplier
{
    public EventFilterFactory And => new(testKit, matches);

    public void ExpectOne(Action action) => Expect(1, action);

    public void ExpectOne(TimeSpan timeout, Action action) => Expect(1, timeout, action);

    public void Expect(int expectedCount, Action action) => Expect(expectedCount, testKit.RemainingOrDilated(null), action);

    public void Expect(int expectedCount, TimeSpan timeout, Action action) =>
        ExpectAsync(
            expectedCount,
            () =>
            {
                action();
                return Task.CompletedTask;
            },
            timeout).GetAwaiter().GetResult();

    public Task ExpectOneAsync(Func<Task> actionAsync) => ExpectAsync(1, actionAsync);

    public async Task ExpectAsync(int expectedCount, Func<Task> actionAsync, TimeSpan? timeout = null)
    {
        using var listener = new TestProbeListener(testKit, matches);
        await actionAsync().ConfigureAwait(false);
        if (expectedCount == 0) await listener.Probe.ExpectNoMsgAsync().ConfigureAwait(false);
        else await listener.Probe.ReceiveNAsync(expectedCount, timeout).ConfigureAwait(false);
        // One match too many is a failure only if it is already there; nobody waits for it.
        await listener.Probe.ExpectNoMsgAsync(TimeSpan.Zero).ConfigureAwait(false);
    }

    public void Mute(Action action)
    {
        ArgumentNullException.ThrowIfNull(action);
        using var muted = testKit.Sys.Log.Mute(entry => matches(entry));
        action();
    }

    /// <summary>A probe that receives what matches, until disposed.</summary>
    private sealed class TestProbeListener : IDisposable
    {
        public TestProbeListener(TestKitBase testKit, Predicate<object> matches)
        {
            Probe = testKit.CreateTestProbe();
            Probe.IgnoreMessages(happening => !matches(happening));
            testKit.Sys.EventStream.Subscribe(Probe, typeof(LogEvent));
            testKit.Sys.EventStream.Subscribe(Probe, typeof(DeadLetter));
        }

        public TestProbe Probe { get; }

        public void Dispose() => Probe.Sys.Stop(Probe);
    }
}
