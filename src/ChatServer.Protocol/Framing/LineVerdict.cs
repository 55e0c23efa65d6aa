namespace ChatServer.Protocol;

/// <summary>What <see cref="LineReader"/> found at the beginning of its input.</summary>
public enum LineVerdict
{
    /// <summary>No whole line yet: read more.</summary>
    NeedMore,

    /// <summary>A line within the limits.</summary>
    Line,

    /// <summary>A whole line whose tag section exceeds the limit. It is skipped; answer 417.</summary>
    TagsTooLong,

    /// <summary>A whole line whose part after the tags exceeds the limit. It is skipped; answer 417, or use what fits, as RFC 1459
    /// did.</summary>
    BodyTooLong,

    /// <summary>A whole line with a NUL, or with a CR or LF that does not end it. It is skipped.</summary>
    IllegalByte,

    /// <summary>More than <see cref="LineLimits.UnterminatedBytes"/> without an end. Nothing is consumed; close the connection.</summary>
    Unterminated,
}
