namespace ChatServer.Host.Configuration;

/// <summary>A setting that can't be taken as it is.</summary>
/// <param name="Key">Its full key.</param>
/// <param name="Fault">What is wrong with it and what it may be, to follow the key.</param>
/// <param name="Origin">Where it was set, or null when it was not.</param>
internal sealed record SettingsProblem(string Key, string Fault, string? Origin)
{
    /// <summary>The problem as one line.</summary>
    public override string ToString() => Origin is null ? $"{Key} {Fault}" : $"{Key} {Fault} (from {Origin})";
}
