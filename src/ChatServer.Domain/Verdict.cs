namespace ChatServer.Domain;

/// <summary>What a rule decided: accepted, with the outcome, or refused, with the reason.</summary>
/// <typeparam name="TOutcome">The outcome when the rule accepts, usually the next state.</typeparam>
public abstract record Verdict<TOutcome>
{
    /// <summary>Lets a rule return its outcome as it is.</summary>
    /// <param name="outcome">What follows.</param>
    public static implicit operator Verdict<TOutcome>(TOutcome outcome) => new Accepted<TOutcome>(outcome);

    /// <summary>Lets a rule return its reason as it is.</summary>
    /// <param name="reason">Why not.</param>
    public static implicit operator Verdict<TOutcome>(Refusal reason) => new Refused<TOutcome>(reason);
}

/// <summary>The rule accepted.</summary>
/// <param name="Outcome">What follows.</param>
/// <typeparam name="TOutcome">What follows when the rule accepts.</typeparam>
public sealed record Accepted<TOutcome>(TOutcome Outcome) : Verdict<TOutcome>;

/// <summary>The rule refused, and nothing has changed.</summary>
/// <param name="Reason">Why.</param>
/// <typeparam name="TOutcome">What would have followed.</typeparam>
public sealed record Refused<TOutcome>(Refusal Reason) : Verdict<TOutcome>;
