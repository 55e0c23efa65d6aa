namespace ChatServer.Actors;

/// <summary>A generic answer, success or failure, that <see cref="Futures">Ask</see> and PipeTo understand.</summary>
public abstract class Status
{
    private protected Status()
    {
    }

    /// <summary>It worked.</summary>
    /// <param name="status">The result, if there is one.</param>
    public sealed class Success(object? status) : Status
    {
        /// <summary>A success without a result.</summary>
        public static readonly Success Instance = new(null);

        /// <summary>The result, if there is one.</summary>
        public object? Status { get; } = status;

        /// <inheritdoc/>
        public override string ToString() => Status is null ? "Success" : $"Success: {Status}";
    }

    /// <summary>It failed. The cause is thrown at the asker.</summary>
    /// <param name="cause">Why.</param>
    /// <param name="state">Details, if there are any.</param>
    public sealed class Failure(Exception cause, object? state) : Status
    {
        /// <summary>A failure with a cause and no details.</summary>
        /// <param name="cause">Why.</param>
        public Failure(Exception cause)
            : this(cause, null)
        {
        }

        /// <summary>Why.</summary>
        public Exception Cause { get; } = cause;

        /// <summary>Details, if there are any.</summary>
        public object? State { get; } = state;

        /// <inheritdoc/>
        public override string ToString() => State is null ? $"Failure: {Cause}" : $"Failure[{State}]: {Cause}";
    }
}
