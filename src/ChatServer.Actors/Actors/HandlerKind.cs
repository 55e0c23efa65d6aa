using System.Runtime.CompilerServices;

namespace ChatServer.Actors;

/// <summary>How a handler of a certain delegate type is called. One instance per kind and message type, shared by all actors.</summary>
internal abstract class HandlerKind
{
    /// <summary>How many delegates it needs: the handler, and the predicate if there is one.</summary>
    public virtual int Slots => 1;

    /// <summary>Whether it takes every message of its type.</summary>
    public virtual bool IsUnconditional => true;

    /// <returns>Whether the message was taken.</returns>
    public abstract bool Handle(Delegate[] handlers, int slot, object message);
}

// The shape has already matched type and kind, so the delegates need no checked cast.
internal static class HandlerKind<T>
{
    public static readonly HandlerKind Action = new ActionKind();
    public static readonly HandlerKind FilteredAction = new FilteredActionKind();
    public static readonly HandlerKind Function = new FunctionKind();
    public static readonly HandlerKind Async = new AsyncKind();
    public static readonly HandlerKind FilteredAsync = new FilteredAsyncKind();

    private sealed class ActionKind : HandlerKind
    {
        public override bool Handle(Delegate[] handlers, int slot, object message)
        {
            Unsafe.As<Action<T>>(handlers[slot])((T)message);
            return true;
        }
    }

    private sealed class FilteredActionKind : HandlerKind
    {
        public override int Slots => 2;

        public override bool IsUnconditional => false;

        public override bool Handle(Delegate[] handlers, int slot, object message)
        {
            var typed = (T)message;
            if (!Unsafe.As<Predicate<T>>(handlers[slot + 1])(typed)) return false;
            Unsafe.As<Action<T>>(handlers[slot])(typed);
            return true;
        }
    }

    private sealed class FunctionKind : HandlerKind
    {
        public override bool IsUnconditional => false;

        public override bool Handle(Delegate[] handlers, int slot, object message) =>
            Unsafe.As<Func<T, bool>>(handlers[slot])((T)message);
    }

    private sealed class AsyncKind : HandlerKind
    {
        public override bool Handle(Delegate[] handlers, int slot, object message)
        {
            ActorCell.RunTask(Unsafe.As<Func<T, Task>>(handlers[slot]), (T)message);
            return true;
        }
    }

    private sealed class FilteredAsyncKind : HandlerKind
    {
        public override int Slots => 2;

        public override bool IsUnconditional => false;

        public override bool Handle(Delegate[] handlers, int slot, object message)
        {
            var typed = (T)message;
            if (!Unsafe.As<Predicate<T>>(handlers[slot + 1])(typed)) return false;
            ActorCell.RunTask(Unsafe.As<Func<T, Task>>(handlers[slot]), typed);
            return true;
        }
    }
}
