namespace ChatServer.Actors;

/// <summary>Something scheduled that can be cancelled.</summary>
public interface ICancelable
{
    /// <summary>Whether it has been cancelled.</summary>
    bool IsCancellationRequested { get; }

    /// <summary>Cancels it. Calling it twice is harmless.</summary>
    void Cancel();
}
