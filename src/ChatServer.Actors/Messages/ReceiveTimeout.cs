namespace ChatServer.Actors;

/// <summary>Arrives when an actor has received nothing for the time set with <see cref="IActorContext.SetReceiveTimeout"/>.</summary>
public sealed class ReceiveTimeout : IPossiblyHarmful
{
    private ReceiveTimeout()
    {
    }

    /// <summary>The one instance.</summary>
    public static ReceiveTimeout Instance { get; } = new();

    /// <inheritdoc/>
    public override string ToString() => "<ReceiveTimeout>";
}

/// <summary>A message that does not reset a pending <see cref="ReceiveTimeout"/>.</summary>
public interface INotInfluenceReceiveTimeout;
