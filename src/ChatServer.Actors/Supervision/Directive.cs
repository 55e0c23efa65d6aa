namespace ChatServer.Actors;

/// <summary>What a supervisor does with a child that has failed.</summary>
public enum Directive
{
    /// <summary>It keeps its state and continues with the next message.</summary>
    Resume,

    /// <summary>A new actor takes over its mailbox and reference.</summary>
    Restart,

    /// <summary>The supervisor fails too, and its own supervisor decides.</summary>
    Escalate,

    /// <summary>It stops.</summary>
    Stop,
}

/// <summary>Shorthand for deciders.</summary>
public static class DirectiveExtensions
{
    /// <summary>A row for <see cref="Decider.From(Directive, KeyValuePair{Type, Directive}[])"/>.</summary>
    /// <typeparam name="TException">The exception, or a base of it.</typeparam>
    /// <param name="self">What to do about it.</param>
    public static KeyValuePair<Type, Directive> When<TException>(this Directive self)
        where TException : Exception => new(typeof(TException), self);
}
