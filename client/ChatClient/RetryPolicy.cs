namespace ChatClient;

/// <summary>When to try again after a connection failed.</summary>
internal enum RetryPolicy
{
    /// <summary>Never: the program ends.</summary>
    Never,

    /// <summary>Only after a connection has worked. Before that the address may be wrong, and retrying does not help.</summary>
    AfterSuccess,

    /// <summary>Always: someone is watching and can stop it.</summary>
    Always,
}
