namespace ChatClient;

/// <summary>When to try again after a connection failed.</summary>
internal enum RetryPolicy
{
    /// <summary>Never: the program ends.</summary>
    Never,

    /// <summary>Once a connection has worked. Before that the address may be wrong, and nobody is helped by trying.</summary>
    AfterSuccess,

    /// <summary>Always: someone watches, and leaves when it is enough.</summary>
    Always,
}
