namespace ChatServer.Engine.Settings.Rules;

/// <summary>Says what the value of a setting may be; on a list it speaks of each element.</summary>
/// <remarks>The host checks every rule at start and shows <see cref="Expectation"/> when a value breaks it.</remarks>
[AttributeUsage(AttributeTargets.Property)]
public abstract class RuleAttribute : Attribute
{
    /// <summary>What the value may be, to follow "must be": <c>a whole number from 1 to 64</c>.</summary>
    public abstract string Expectation { get; }

    /// <summary>Whether <paramref name="value"/>, which already has the property's type, keeps the rule.</summary>
    public abstract bool Allows(object value);
}
