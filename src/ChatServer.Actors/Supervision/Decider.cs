namespace ChatServer.Actors;

/// <summary>Chooses what to do about a failure.</summary>
public interface IDecider
{
    /// <summary>The directive for a failure. If this method throws, the supervisor itself has failed.</summary>
    /// <param name="cause">What the child threw.</param>
    Directive Decide(Exception cause);
}

/// <summary>Makes deciders.</summary>
public static class Decider
{
    /// <summary>From a function.</summary>
    /// <param name="localOnlyDecider">The function.</param>
    public static LocalOnlyDecider From(Func<Exception, Directive> localOnlyDecider) => new(localOnlyDecider);

    /// <summary>From a table.</summary>
    /// <param name="defaultDirective">For exceptions that match no row.</param>
    /// <param name="pairs">The rows; the first whose type is the exception's or a base of it counts.</param>
    public static DeployableDecider From(Directive defaultDirective, params KeyValuePair<Type, Directive>[] pairs) =>
        new(defaultDirective, pairs);

    /// <summary>From a table.</summary>
    /// <param name="defaultDirective">For exceptions that match no row.</param>
    /// <param name="pairs">The rows; the first whose type is the exception's or a base of it counts.</param>
    public static DeployableDecider From(Directive defaultDirective, IEnumerable<KeyValuePair<Type, Directive>> pairs) =>
        new(defaultDirective, pairs);
}

/// <summary>A decider that is a function.</summary>
/// <param name="decider">The function.</param>
public sealed class LocalOnlyDecider(Func<Exception, Directive> decider) : IDecider
{
    /// <inheritdoc/>
    public Directive Decide(Exception cause) => decider(cause);
}

/// <summary>A decider that is a table.</summary>
/// <param name="defaultDirective">For exceptions that match no row.</param>
/// <param name="pairs">The rows, in order.</param>
public sealed class DeployableDecider(Directive defaultDirective, IEnumerable<KeyValuePair<Type, Directive>> pairs) : IDecider
{
    private readonly KeyValuePair<Type, Directive>[] _pairs = [.. pairs];

    /// <inheritdoc/>
    public Directive Decide(Exception cause)
    {
        foreach (var (type, directive) in _pairs)
        {
            if (type.IsInstanceOfType(cause)) return directive;
        }

        return defaultDirective;
    }
}
