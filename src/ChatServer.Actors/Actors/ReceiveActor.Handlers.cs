namespace ChatServer.Actors;

// The overloads of Receive.
public abstract partial class ReceiveActor
{
    private BehaviorBuilder Builder =>
        _builder ??= !_isConstructed
            ? new BehaviorBuilder()
            : throw new InvalidOperationException("Receive is called in the constructor and in what is passed to Become only.");

    /// <summary>Handles messages of a type.</summary>
    /// <typeparam name="T">The type, a base class or an interface.</typeparam>
    /// <param name="handler">Gets the message.</param>
    /// <param name="shouldHandle">If given, messages it rejects go on to later handlers.</param>
    protected void Receive<T>(Action<T> handler, Predicate<T>? shouldHandle = null)
    {
        ArgumentNullException.ThrowIfNull(handler);
        if (shouldHandle is null) Builder.Add(typeof(T), HandlerKind<T>.Action, handler);
        else Builder.Add(typeof(T), HandlerKind<T>.FilteredAction, handler, shouldHandle);
    }

    /// <summary>Handles messages of a type that meet a condition.</summary>
    /// <typeparam name="T">The type, a base class or an interface.</typeparam>
    /// <param name="shouldHandle">Messages it rejects go on to later handlers.</param>
    /// <param name="handler">Gets the message.</param>
    protected void Receive<T>(Predicate<T> shouldHandle, Action<T> handler) => Receive(handler, shouldHandle);

    /// <summary>Handles messages of a type, if the handler returns true.</summary>
    /// <typeparam name="T">The type, a base class or an interface.</typeparam>
    /// <param name="handler">Gets the message; if it returns false, later handlers are tried.</param>
    protected void Receive<T>(Func<T, bool> handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        Builder.Add(typeof(T), HandlerKind<T>.Function, handler);
    }

    /// <summary>Handles messages of a type known at run time.</summary>
    /// <param name="messageType">The type, a base class or an interface.</param>
    /// <param name="handler">Gets the message.</param>
    /// <param name="shouldHandle">If given, messages it rejects go on to later handlers.</param>
    protected void Receive(Type messageType, Action<object> handler, Predicate<object>? shouldHandle = null)
    {
        ArgumentNullException.ThrowIfNull(messageType);
        ArgumentNullException.ThrowIfNull(handler);
        if (shouldHandle is null) Builder.Add(messageType, HandlerKind<object>.Action, handler);
        else Builder.Add(messageType, HandlerKind<object>.FilteredAction, handler, shouldHandle);
    }

    /// <summary>Handles messages of a type known at run time that meet a condition.</summary>
    /// <param name="messageType">The type, a base class or an interface.</param>
    /// <param name="shouldHandle">Messages it rejects go on to later handlers.</param>
    /// <param name="handler">Gets the message.</param>
    protected void Receive(Type messageType, Predicate<object> shouldHandle, Action<object> handler) =>
        Receive(messageType, handler, shouldHandle);

    /// <summary>Handles messages of a type known at run time, if the handler returns true.</summary>
    /// <param name="messageType">The type, a base class or an interface.</param>
    /// <param name="handler">Gets the message; if it returns false, later handlers are tried.</param>
    protected void Receive(Type messageType, Func<object, bool> handler)
    {
        ArgumentNullException.ThrowIfNull(messageType);
        ArgumentNullException.ThrowIfNull(handler);
        Builder.Add(messageType, HandlerKind<object>.Function, handler);
    }

    /// <summary>Handles every message that no earlier handler took. Nothing may follow it.</summary>
    /// <param name="handler">Gets the message.</param>
    protected void ReceiveAny(Action<object> handler) => Receive(handler);

    /// <summary>Handles messages of a type with an asynchronous method. The mailbox waits until it completes; other actors keep
    /// running.</summary>
    /// <typeparam name="T">The type, a base class or an interface.</typeparam>
    /// <param name="handler">Gets the message; it resumes in this actor's turns after each await (but not after
    /// <c>ConfigureAwait(false)</c>).</param>
    /// <param name="shouldHandle">If given, messages it rejects go on to later handlers.</param>
    protected void ReceiveAsync<T>(Func<T, Task> handler, Predicate<T>? shouldHandle = null)
    {
        ArgumentNullException.ThrowIfNull(handler);
        if (shouldHandle is null) Builder.Add(typeof(T), HandlerKind<T>.Async, handler);
        else Builder.Add(typeof(T), HandlerKind<T>.FilteredAsync, handler, shouldHandle);
    }

    /// <summary>Handles messages of a type that meet a condition, with an asynchronous method.</summary>
    /// <typeparam name="T">The type, a base class or an interface.</typeparam>
    /// <param name="shouldHandle">Messages it rejects go on to later handlers.</param>
    /// <param name="handler">Gets the message.</param>
    protected void ReceiveAsync<T>(Predicate<T> shouldHandle, Func<T, Task> handler) => ReceiveAsync(handler, shouldHandle);

    /// <summary>Handles messages of a type known at run time with an asynchronous method.</summary>
    /// <param name="messageType">The type, a base class or an interface.</param>
    /// <param name="handler">Gets the message.</param>
    /// <param name="shouldHandle">If given, messages it rejects go on to later handlers.</param>
    protected void ReceiveAsync(Type messageType, Func<object, Task> handler, Predicate<object>? shouldHandle = null)
    {
        ArgumentNullException.ThrowIfNull(messageType);
        ArgumentNullException.ThrowIfNull(handler);
        if (shouldHandle is null) Builder.Add(messageType, HandlerKind<object>.Async, handler);
        else Builder.Add(messageType, HandlerKind<object>.FilteredAsync, handler, shouldHandle);
    }

    /// <summary>Handles every message that no earlier handler took, with an asynchronous method.</summary>
    /// <param name="handler">Gets the message.</param>
    protected void ReceiveAnyAsync(Func<object, Task> handler) => ReceiveAsync(handler);
}
