namespace ChatLoad.Delivery;

/// <summary>How an arrival compares with those before it.</summary>
internal enum Verdict
{
    /// <summary>The next one, or one that left a gap behind it.</summary>
    InOrder,

    /// <summary>It had been overtaken, and fills a gap.</summary>
    OutOfOrder,

    /// <summary>It has arrived before.</summary>
    Duplicate,
}
