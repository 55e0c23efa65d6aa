namespace ChatServer.Protocol;

/// <summary>A server reply identified by three digits.</summary>
/// <param name="Code">1 to 999.</param>
/// <param name="Name">The specifications' name, such as <c>ERR_NOSUCHNICK</c>.</param>
/// <param name="Text">The customary last parameter, for people only; empty if the last parameter is data.</param>
public readonly record struct Numeric(int Code, string Name, string Text)
{
    /// <summary>Code and name.</summary>
    public override string ToString() => $"{Code:D3} {Name}";
}
