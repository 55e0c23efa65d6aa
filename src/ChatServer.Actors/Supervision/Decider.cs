namespace ChatServer.Actors;

/// <summary>Chooses what to do about a failure.</summary>
public interface IDecider
{
    /// <summary>What to do about it. If it throws itself, the supervisor has failed.</summary>
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
    /// <param name="defaultDirective">For exceptions that no row fits.</param>
    /// <param name="pairs">The first whose type the exception has, or is derived from, counts.</param>
    public static DeployableDecider From(Directive defaultDirective, params KeyValuePair<Type, Directive>[] pairs) =>
        new(defaultDirective, pairs);

    /// <summary>From a table.</summary>
    /// <param name="defaultDirective">For exceptions that no row fits.</param>
    /// <param name="pairs">The first whose type the exception has, or is derived from, counts.</param>
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
/// <param name="defaultDirective">For exceptions that no row fits.</param>
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
