namespace ChatLoad.Wire;

/// <summary>Whom a <see cref="Link"/> calls.</summary>
internal interface ILinkOwner
{
    /// <summary>The way to the server is open: TLS and WebSocket are agreed on as well.</summary>
    void OnOpen();

    /// <summary>A line came.</summary>
    /// <param name="line">Without its end; valid during the call.</param>
    void OnLine(ReadOnlySpan<byte> line);

    /// <summary>It ended, or never came about; called once, and not after <see cref="Link.Dispose"/>.</summary>
    /// <param name="why">For people.</param>
    void OnClosed(string why);
}
