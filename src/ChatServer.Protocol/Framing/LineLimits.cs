namespace ChatServer.Protocol;

/// <summary>The maximum length of a line.</summary>
/// <param name="LineBytes">A line without its tags and with CR LF, in bytes. Longer: 417. Source: RFC 1459 section 2.3.</param>
/// <param name="TagBytes">The tag section with its leading <c>@</c> and trailing space, in bytes. Longer: 417. Source: IRCv3
/// message-tags, size limit (4094 bytes of tag data from a client).</param>
/// <param name="UnterminatedBytes">How much may arrive without an LF before the peer is disconnected. At least the sum of the other
/// two.</param>
public readonly record struct LineLimits(int LineBytes, int TagBytes, int UnterminatedBytes)
{
    /// <summary>512, 4096 and 16 KiB.</summary>
    public static readonly LineLimits Default = new(512, 4096, 16 * 1024);

    /// <summary>Size of the scratch buffer that <see cref="LineReader"/> needs, in bytes.</summary>
    public int ScratchBytes => LineBytes + TagBytes;
}
