using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace ChatServer.Domain.Rooms;

/// <summary>Mode <c>j</c>: how many may join within how long. Source: InspIRCd, Charybdis.</summary>
/// <param name="Joins">How many; positive.</param>
/// <param name="Seconds">Within how many seconds; positive.</param>
public sealed record JoinThrottle(int Joins, int Seconds)
{
    private const int Most = 9999;

    /// <summary>As in MODE: <c>joins:seconds</c>.</summary>
    public string Text => string.Create(CultureInfo.InvariantCulture, $"{Joins}:{Seconds}");

    /// <summary>Reads <c>joins:seconds</c>, both from 1 to 9999.</summary>
    /// <param name="text">The parameter.</param>
    /// <param name="throttle">What it says; null when it is none.</param>
    public static bool TryParse(string? text, [NotNullWhen(true)] out JoinThrottle? throttle)
    {
        throttle = text?.Split(':') is [var joins, var seconds] && TryNumber(joins, out var many) && TryNumber(seconds, out var within)
            ? new JoinThrottle(many, within)
            : null;
        return throttle is not null;
    }

    /// <summary>Whether one more may join now.</summary>
    /// <param name="recent">The joins counted lately.</param>
    /// <param name="now">The moment, as in <see cref="JoinAttempt.At"/>.</param>
    public bool Admits(RecentJoins recent, TimeSpan now) => IsOver(recent, now) || recent.Count < Joins;

    /// <summary>The joins counted lately, with one more.</summary>
    /// <param name="recent">What joined lately.</param>
    /// <param name="now">The moment, as in <see cref="JoinAttempt.At"/>.</param>
    public RecentJoins Count(RecentJoins recent, TimeSpan now) =>
        IsOver(recent, now) ? new RecentJoins(now, 1) : recent with { Count = recent.Count + 1 };

    private bool IsOver(RecentJoins recent, TimeSpan now) => recent.Count == 0 || (now - recent.Since).TotalSeconds >= Seconds;

    private static bool TryNumber(string text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number is >= 1 and <= Most;
}

/// <summary>How many have joined since a moment; when the period of mode <c>j</c> is over, counting starts anew.</summary>
/// <param name="Since">When counting began, as in <see cref="JoinAttempt.At"/>.</param>
/// <param name="Count">How many since.</param>
public readonly record struct RecentJoins(TimeSpan Since, int Count);
