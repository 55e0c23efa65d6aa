using System.IO.Enumeration;

namespace ChatServer.Actors;

/// <summary>Actors selected by path; the path is looked up again for each message.</summary>
/// <remarks>A name in the path may be <c>..</c> or contain the wildcards <c>*</c> (any run of characters) and <c>?</c> (one character). A
/// message to a path without wildcards that matches no actor is a dead letter; a path with wildcards may match none.</remarks>
public sealed class ActorSelection : ICanTell
{
    private readonly string[] _elements;

    private ActorSelection(IInternalActorRef anchor, string[] elements) => (Anchor, _elements) = (anchor, elements);

    /// <summary>Where the path starts.</summary>
    public IActorRef Anchor { get; }

    /// <summary>The path, from there.</summary>
    public string PathString => "/" + string.Join('/', _elements);

    /// <inheritdoc/>
    public void Tell(object message, IActorRef? sender = null)
    {
        if (message is null) InvalidMessageException.ThrowNull();
        var found = Resolve();
        foreach (var actor in found) actor.Tell(message, sender);
        if (found.Count > 0 || _elements.Any(HasWildcard)) return;
        var nobody = new EmptyActorRef(Anchor.AsInternal().System!, PathFrom(Anchor.Path));
        nobody.Tell(message, sender);
    }

    /// <summary>Finds the one actor that the path leads to.</summary>
    /// <param name="timeout">How long it may take.</param>
    /// <returns>Its reference. Fails with <see cref="ActorNotFoundException"/> if there is none.</returns>
    public Task<IActorRef> ResolveOne(TimeSpan timeout) => ResolveOne(timeout, CancellationToken.None);

    /// <summary>Finds the one actor that the path leads to.</summary>
    /// <param name="timeout">How long it may take.</param>
    /// <param name="ct">Cancels the wait.</param>
    /// <returns>Its reference. Fails with <see cref="ActorNotFoundException"/> if there is none.</returns>
    public async Task<IActorRef> ResolveOne(TimeSpan timeout, CancellationToken ct)
    {
        try
        {
            var identity = await this.Ask<ActorIdentity>(new Identify(this), timeout, ct).ConfigureAwait(false);
            return identity.Subject ?? throw new ActorNotFoundException($"There is no actor at {this}.");
        }
        catch (AskTimeoutException late)
        {
            throw new ActorNotFoundException($"No actor at {this} has answered in time.", late);
        }
    }

    /// <inheritdoc/>
    public override string ToString() => $"ActorSelection[{PathFrom(Anchor.Path)}]";

    /// <summary>Parses a path as users write it.</summary>
    /// <param name="system">The system.</param>
    /// <param name="from">Where a relative path starts.</param>
    /// <param name="path">Absolute with or without <c>akka://system</c>, or relative.</param>
    /// <exception cref="ArgumentException">The path is empty or names another system.</exception>
    internal static ActorSelection Parse(ActorSystem system, IInternalActorRef from, string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (path.StartsWith("akka://", StringComparison.Ordinal))
        {
            if (!$"{path}/".StartsWith($"{system}/", StringComparison.Ordinal))
                throw new ArgumentException($"{path} is not in {system}.", nameof(path));
            path = path[system.ToString().Length..] + "/";
        }

        var anchor = path.StartsWith('/') ? system.RootRef : from;
        return new ActorSelection(anchor, path.Split('/', StringSplitOptions.RemoveEmptyEntries));
    }

    private List<IInternalActorRef> Resolve()
    {
        List<IInternalActorRef> here = [Anchor.AsInternal()];
        foreach (var element in _elements) here = [.. here.SelectMany(actor => Step(actor, element))];
        return here;
    }

    private static IEnumerable<IInternalActorRef> Step(IInternalActorRef actor, string element)
    {
        if (element == "..") return actor.Parent.IsNobody() ? [actor] : [actor.Parent.AsInternal()];
        if (HasWildcard(element))
            return actor.GetChildren().Where(child => FileSystemName.MatchesSimpleExpression(element, child.Path.Name, ignoreCase: false));
        return actor.GetChild(element) is { } child ? [child] : [];
    }

    private static bool HasWildcard(string element) => element.AsSpan().ContainsAny('*', '?');

    private ActorPath PathFrom(ActorPath path)
    {
        foreach (var element in _elements) path = element == ".." ? path.Parent : path.Child(element);
        return path;
    }

    /// <summary>The recipient that a dead letter names when its path led to no actor.</summary>
    private sealed class EmptyActorRef(ActorSystem system, ActorPath path) : MinimalActorRef
    {
        public override ActorPath Path { get; } = path;

        public override ActorSystem? System => system;

        public override bool IsTerminated => true;

        public override void Tell(object message, IActorRef? sender) => system.DeadLetterRef.Publish(message, sender, this);
    }
}
