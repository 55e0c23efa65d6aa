namespace ChatServer.Host;

/// <summary>The server can't start, for a reason its administrator can do something about.</summary>
/// <remarks>The message is for standard error as it is: one line for each thing that is wrong.</remarks>
internal sealed class StartException : Exception
{
    public StartException(string message)
        : base(message)
    {
    }

    public StartException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
