namespace ChatServer.Actors;

/// <summary>Arrives when an actor has heard nothing for the time it set with <see cref="IActorContext.SetReceiveTimeout"/>.</summary>
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

/// <summary>A message that does not count as hearing something: it leaves a pending <see cref="ReceiveTimeout"/> as it is.</summary>
public interface INotInfluenceReceiveTimeout;
