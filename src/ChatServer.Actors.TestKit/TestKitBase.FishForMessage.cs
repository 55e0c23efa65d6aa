namespace ChatServer.Actors.TestKit;

// Skipping messages until the right one comes.
public abstract partial class TestKitBase
{
    /// <summary>Waits for a message that meets a condition, and skips others.</summary>
    /// <param name="isMessage">The condition.</param>
    /// <param name="max">How long to wait; null for the default.</param>
    /// <param name="hint">Added to the failure text.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <returns>The message.</returns>
    public object FishForMessage(
        Predicate<object> isMessage, TimeSpan? max = null, string hint = "", CancellationToken cancellationToken = default) =>
        FishForMessage<object>(isMessage, max, hint, cancellationToken);

    /// <summary>Waits for a message of this type that meets a condition, and skips others.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="isMessage">The condition.</param>
    /// <param name="max">How long to wait; null for the default.</param>
    /// <param name="hint">Added to the failure text.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <returns>The message.</returns>
    public T FishForMessage<T>(
        Predicate<T> isMessage, TimeSpan? max = null, string hint = "", CancellationToken cancellationToken = default) =>
        Wait(FishForMessageAsync(isMessage, max, hint, cancellationToken));

    /// <inheritdoc cref="FishForMessage{T}(Predicate{T}, TimeSpan?, string, CancellationToken)"/>
    public async ValueTask<T> FishForMessageAsync<T>(
        Predicate<T> isMessage, TimeSpan? max = null, string hint = "", CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(isMessage);
        var end = Now + RemainingOrDilated(max);
        var passed = new List<object>();
        while (true)
        {
            var envelope = await TakeAsync(Left(end), cancellationToken).ConfigureAwait(false);
            if (envelope is null) Fail($"Fished for a {typeof(T).Name} {hint} and only got: {string.Join(", ", passed)}");
            if (envelope!.Message is T message && isMessage(message)) return message;
            passed.Add(envelope.Message);
        }
    }
}
