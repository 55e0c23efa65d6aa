using System.Globalization;

namespace ChatServer.Engine.Settings.Rules;

/// <summary>A time span between two bounds, both allowed.</summary>
/// <param name="least">The shortest, as <c>hh:mm:ss</c>.</param>
/// <param name="most">The longest, as <c>hh:mm:ss</c> or <c>d.hh:mm:ss</c>.</param>
public sealed class DurationAttribute(string least, string most) : RuleAttribute
{
    /// <summary>The shortest time allowed.</summary>
    public TimeSpan Least { get; } = TimeSpan.ParseExact(least, "c", CultureInfo.InvariantCulture);

    /// <summary>The longest time allowed.</summary>
    public TimeSpan Most { get; } = TimeSpan.ParseExact(most, "c", CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public override string Expectation => $"a time as hh:mm:ss, from {Least:c} to {Most:c}";

    /// <inheritdoc/>
    public override bool Allows(object value) => value is TimeSpan time && time >= Least && time <= Most;
}
