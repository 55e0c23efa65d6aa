using Xunit;

namespace ChatServer.Actors.TestKit;

// Expectations about the next message.
public abstract partial class TestKitBase
{
    /// <summary>The next message is of this type.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="duration">How long to wait; null for the default.</param>
    /// <param name="hint">Added to the failure text.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <returns>The message.</returns>
    public T ExpectMsg<T>(TimeSpan? duration = null, string? hint = null, CancellationToken cancellationToken = default) =>
        Wait(ExpectMsgAsync<T>(duration, hint, cancellationToken));

    /// <inheritdoc cref="ExpectMsg{T}(TimeSpan?, string?, CancellationToken)"/>
    public ValueTask<T> ExpectMsgAsync<T>(TimeSpan? duration = null, string? hint = null, CancellationToken cancellationToken = default) =>
        ExpectAsync<T>(duration, hint, static (_, _) => { }, cancellationToken);

    /// <summary>The next message equals this one.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="message">What is expected.</param>
    /// <param name="timeout">How long to wait; null for the default.</param>
    /// <param name="hint">Added to the failure text.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <returns>The message.</returns>
    public T ExpectMsg<T>(T message, TimeSpan? timeout = null, string? hint = null, CancellationToken cancellationToken = default) =>
        Wait(ExpectMsgAsync(message, timeout, hint, cancellationToken));

    /// <inheritdoc cref="ExpectMsg{T}(T, TimeSpan?, string?, CancellationToken)"/>
    public ValueTask<T> ExpectMsgAsync<T>(
        T message, TimeSpan? timeout = null, string? hint = null, CancellationToken cancellationToken = default) =>
        ExpectAsync<T>(timeout, hint, (actual, _) => Assert.Equal(message, actual), cancellationToken);

    /// <summary>The next message is of this type and meets a condition.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="isMessage">The condition.</param>
    /// <param name="timeout">How long to wait; null for the default.</param>
    /// <param name="hint">Added to the failure text.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <returns>The message.</returns>
    public T ExpectMsg<T>(Predicate<T> isMessage, TimeSpan? timeout = null, string? hint = null,
        CancellationToken cancellationToken = default) =>
        Wait(ExpectMsgAsync(isMessage, timeout, hint, cancellationToken));

    /// <inheritdoc cref="ExpectMsg{T}(Predicate{T}, TimeSpan?, string?, CancellationToken)"/>
    public ValueTask<T> ExpectMsgAsync<T>(
        Predicate<T> isMessage, TimeSpan? timeout = null, string? hint = null, CancellationToken cancellationToken = default) =>
        ExpectAsync<T>(timeout, hint, (actual, _) => Require(isMessage(actual), $"Got {actual}, which does not meet the condition"),
            cancellationToken);

    /// <summary>The next message is of this type and passes assertions.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="assert">The assertions.</param>
    /// <param name="timeout">How long to wait; null for the default.</param>
    /// <param name="hint">Added to the failure text.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <returns>The message.</returns>
    public T ExpectMsg<T>(Action<T> assert, TimeSpan? timeout = null, string? hint = null, CancellationToken cancellationToken = default) =>
        Wait(ExpectMsgAsync(assert, timeout, hint, cancellationToken));

    /// <inheritdoc cref="ExpectMsg{T}(Action{T}, TimeSpan?, string?, CancellationToken)"/>
    public ValueTask<T> ExpectMsgAsync<T>(
        Action<T> assert, TimeSpan? timeout = null, string? hint = null, CancellationToken cancellationToken = default) =>
        ExpectAsync<T>(timeout, hint, (actual, _) => assert(actual), cancellationToken);

    /// <summary>The next message is of this type and from this sender.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="sender">The sender.</param>
    /// <param name="duration">How long to wait; null for the default.</param>
    /// <param name="hint">Added to the failure text.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <returns>The message.</returns>
    public T ExpectMsgFrom<T>(IActorRef sender, TimeSpan? duration = null, string? hint = null,
        CancellationToken cancellationToken = default) =>
        Wait(ExpectMsgFromAsync<T>(sender, duration, hint, cancellationToken));

    /// <inheritdoc cref="ExpectMsgFrom{T}(IActorRef, TimeSpan?, string?, CancellationToken)"/>
    public ValueTask<T> ExpectMsgFromAsync<T>(
        IActorRef sender, TimeSpan? duration = null, string? hint = null, CancellationToken cancellationToken = default) =>
        ExpectAsync<T>(duration, hint, (_, from) => RequireSender(sender, from), cancellationToken);

    /// <summary>The next message equals this one and is from this sender.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="sender">The sender.</param>
    /// <param name="message">What is expected.</param>
    /// <param name="timeout">How long to wait; null for the default.</param>
    /// <param name="hint">Added to the failure text.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <returns>The message.</returns>
    public T ExpectMsgFrom<T>(
        IActorRef sender, T message, TimeSpan? timeout = null, string? hint = null, CancellationToken cancellationToken = default) =>
        Wait(ExpectAsync<T>(
            timeout,
            hint,
            (actual, from) =>
            {
                Assert.Equal(message, actual);
                RequireSender(sender, from);
            },
            cancellationToken));

    /// <summary>The next message says that this actor has stopped.</summary>
    /// <param name="target">The actor; the test actor must watch it.</param>
    /// <param name="timeout">How long to wait; null for the default.</param>
    /// <param name="hint">Added to the failure text.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <returns>The message.</returns>
    public Terminated ExpectTerminated(
        IActorRef target, TimeSpan? timeout = null, string? hint = null, CancellationToken cancellationToken = default) =>
        Wait(ExpectTerminatedAsync(target, timeout, hint, cancellationToken));

    /// <inheritdoc cref="ExpectTerminated"/>
    public ValueTask<Terminated> ExpectTerminatedAsync(
        IActorRef target, TimeSpan? timeout = null, string? hint = null, CancellationToken cancellationToken = default) =>
        ExpectAsync<Terminated>(
            timeout, hint, (actual, _) =>
                Require(actual.ActorRef.Equals(target), $"{actual.ActorRef} has stopped, not {target}"), cancellationToken);

    private protected static void Fail(string message) => Assert.Fail(message);

    private static void Require(bool condition, string otherwise)
    {
        if (!condition) Fail(otherwise);
    }

    private static void RequireSender(IActorRef expected, IActorRef actual) =>
        Require(expected.Equals(actual), $"Expected a message from {expected}, got one from {actual}");

    private async ValueTask<T> ExpectAsync<T>(TimeSpan? timeout, string? hint, Action<T, IActorRef> check,
        CancellationToken cancellationToken)
    {
        var max = RemainingOrDilated(timeout);
        var said = hint is null ? string.Empty : $" ({hint})";
        var envelope = await TakeAsync(max, cancellationToken).ConfigureAwait(false);
        if (envelope is null) Fail($"Expected a message of type {typeof(T).Name}, got none within {max}{said}.");
        if (envelope!.Message is not T message)
        {
            Fail($"Expected a message of type {typeof(T).Name}, got {envelope}{said}.");
            return default!;
        }

        check(message, envelope.Sender);
        return message;
    }
}
