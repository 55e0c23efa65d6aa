namespace ChatServer.Actors.TestKit;

// Expectations that no message comes.
public abstract partial class TestKitBase
{
    /// <summary>No message comes for <see cref="TestKitSettings.ExpectNoMessageDefault"/>.</summary>
    /// <param name="cancellationToken">Cancels the wait.</param>
    public void ExpectNoMsg(CancellationToken cancellationToken = default) =>
        ExpectNoMsg(TestKitSettings.ExpectNoMessageDefault, cancellationToken);

    /// <summary>No message comes for this long.</summary>
    /// <param name="milliseconds">How long.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    public void ExpectNoMsg(int milliseconds, CancellationToken cancellationToken = default) =>
        ExpectNoMsg(TimeSpan.FromMilliseconds(milliseconds), cancellationToken);

    /// <summary>No message comes for this long.</summary>
    /// <param name="duration">How long.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    public void ExpectNoMsg(TimeSpan duration, CancellationToken cancellationToken = default) =>
        ExpectNoMsgAsync(duration, cancellationToken).AsTask().GetAwaiter().GetResult();

    /// <inheritdoc cref="ExpectNoMsg(CancellationToken)"/>
    public ValueTask ExpectNoMsgAsync(CancellationToken cancellationToken = default) =>
        ExpectNoMsgAsync(TestKitSettings.ExpectNoMessageDefault, cancellationToken);

    /// <inheritdoc cref="ExpectNoMsg(TimeSpan, CancellationToken)"/>
    public async ValueTask ExpectNoMsgAsync(TimeSpan duration, CancellationToken cancellationToken = default)
    {
        var envelope = await TakeAsync(duration, cancellationToken).ConfigureAwait(false);
        if (envelope is not null) Fail($"Expected no message, got {envelope}.");
    }
}
