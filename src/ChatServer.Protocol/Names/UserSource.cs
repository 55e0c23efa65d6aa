namespace ChatServer.Protocol;

/// <summary>Who a message came from, as <c>nick!user@host</c>; for a server, only <see cref="Nick"/> is set (to its name).</summary>
/// <param name="Nick">Nickname or server name.</param>
/// <param name="User">User name with its <c>~</c>, or empty.</param>
/// <param name="Host">Visible host, or empty.</param>
public readonly record struct UserSource(string Nick, string User, string Host)
{
    /// <summary>The wire form, without empty parts.</summary>
    public override string ToString() =>
        (User, Host) switch
        {
            (null or "", null or "") => Nick ?? string.Empty,
            (null or "", _) => $"{Nick}@{Host}",
            (_, null or "") => $"{Nick}!{User}",
            _ => $"{Nick}!{User}@{Host}",
        };
}
