namespace ChatServer.Host.Configuration;

/// <summary>Section <c>Storage</c>: where durable state is kept.</summary>
internal sealed record StorageSettings
{
    /// <summary>What keeps it. Default <see cref="StorageProvider.Memory"/>: nothing outlives the process.</summary>
    public StorageProvider Provider { get; init; } = StorageProvider.Memory;

    /// <summary>The file of <see cref="StorageProvider.Sqlite"/>; made when it is missing.</summary>
    public string? Path { get; init; }

    /// <summary>How <see cref="StorageProvider.PostgreSql"/> is reached.</summary>
    public string? ConnectionString { get; init; }
}

/// <summary>What keeps durable state.</summary>
internal enum StorageProvider
{
    /// <summary>The process itself, while it lives.</summary>
    Memory,

    /// <summary>A file.</summary>
    Sqlite,

    /// <summary>A database server.</summary>
    PostgreSql,
}
