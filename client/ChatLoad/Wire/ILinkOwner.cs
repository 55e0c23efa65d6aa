namespace ChatLoad.Wire;

/// <summary>Receives the calls of a <see cref="Link"/>.</summary>
internal interface ILinkOwner
{
    /// <summary>The connection is open, including TLS and WebSocket.</summary>
    void OnOpen();

    /// <summary>A line came.</summary>
    /// <param name="line">Without its end; valid during the call.</param>
    void OnLine(ReadOnlySpan<byte> line);

    /// <summary>It ended, or could not be made; called once, and not after <see cref="Link.Dispose"/>.</summary>
    /// <param name="why">For people.</param>
    void OnClosed(string why);
}
