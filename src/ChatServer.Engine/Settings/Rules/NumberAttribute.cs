using System.Globalization;

namespace ChatServer.Engine.Settings.Rules;

/// <summary>A whole number between two bounds, both allowed.</summary>
public sealed class NumberAttribute(int least, int most) : RuleAttribute
{
    /// <summary>The smallest value allowed.</summary>
    public int Least { get; } = least;

    /// <summary>The largest value allowed.</summary>
    public int Most { get; } = most;

    /// <summary>What 0 stands for where it is not just a number, such as <c>no limit</c>.</summary>
    public string? Zero { get; init; }

    /// <inheritdoc/>
    public override string Expectation => string.Create(
        CultureInfo.InvariantCulture, $"a whole number from {Least}{(Zero is null ? "" : $" ({Zero})")} to {Most}");

    /// <inheritdoc/>
    public override bool Allows(object value) => value is int number && number >= Least && number <= Most;
}
