namespace ChatLoad.Delivery;

/// <summary>What an arrival was, compared with those before it.</summary>
internal enum Verdict
{
    /// <summary>The next one, or one that left a gap behind it.</summary>
    InOrder,

    /// <summary>It had been overtaken, and fills a gap.</summary>
    OutOfOrder,

    /// <summary>It had been here before.</summary>
    Duplicate,
}
