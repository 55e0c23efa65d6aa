namespace ChatLoad.Load;

/// <summary>How the arrivals of an open loop are spread.</summary>
internal enum Arrivals
{
    /// <summary>At even intervals.</summary>
    Even,

    /// <summary>At random, like independent people: a Poisson process.</summary>
    Poisson,
}
