namespace ChatClient.Connection;

/// <summary>The connection could not be made. The message says why, for people, and fits after a colon.</summary>
internal sealed class ConnectionFailedException : Exception
{
    /// <summary>A failure with its cause.</summary>
    public ConnectionFailedException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <summary>What is wrong with the server's certificate, if that is the cause, or null.</summary>
    public CertificateDoubt? Doubt { get; init; }
}
