namespace ChatLoad.Load;

/// <summary>This process's part of the work of all processes.</summary>
/// <param name="Before">How many senders, or other units of division, the processes before it have.</param>
/// <param name="Mine">How many it has.</param>
/// <param name="Total">How many there are.</param>
internal readonly record struct Portion(long Before, long Mine, long Total)
{
    /// <summary>The part as a fraction.</summary>
    public double Share => (double)Mine / Total;

    /// <summary>Where it begins, as a fraction.</summary>
    public double Phase => (double)Before / Total;

    /// <summary>The part of a number; the parts of all processes add up to it.</summary>
    public long Of(long number) => (number * (Before + Mine) / Total) - (number * Before / Total);
}
