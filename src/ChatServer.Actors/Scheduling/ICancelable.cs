namespace ChatServer.Actors;

/// <summary>Something that was scheduled and can be called off.</summary>
public interface ICancelable
{
    /// <summary>Whether it has been called off.</summary>
    bool IsCancellationRequested { get; }

    /// <summary>Calls it off. Twice is harmless.</summary>
    void Cancel();
}
