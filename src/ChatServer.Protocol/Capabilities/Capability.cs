namespace ChatServer.Protocol;

/// <summary>One row of the capability table.</summary>
/// <param name="Name">As in CAP LS; case-sensitive and opaque.</param>
/// <param name="Bit">The bit it sets; <see cref="Dialect.None"/> if it can't be requested. Two names may share a bit.</param>
/// <param name="Needs">Capabilities without which it has no effect.</param>
/// <param name="Specification">File in the IRCv3 specifications that describes it.</param>
public sealed record Capability(string Name, Dialect Bit, Dialect Needs, string Specification)
{
    /// <summary>Whether CAP REQ may name it; <c>sts</c> only informs.</summary>
    public bool IsRequestable => Bit != Dialect.None;
}
