namespace ChatServer.Domain.Tests;

/// <summary>What tests expect of verdicts.</summary>
internal static class VerdictAssert
{
    /// <summary>The outcome of a rule that has to accept.</summary>
    public static TOutcome Outcome<TOutcome>(this Verdict<TOutcome> verdict) => Assert.IsType<Accepted<TOutcome>>(verdict).Outcome;

    /// <summary>The reason of a rule that has to refuse.</summary>
    public static Refusal Reason<TOutcome>(this Verdict<TOutcome> verdict) => Assert.IsType<Refused<TOutcome>>(verdict).Reason;
}
