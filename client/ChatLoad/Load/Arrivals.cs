namespace ChatLoad.Load;

/// <summary>How the arrivals of an open loop are spread.</summary>
internal enum Arrivals
{
    /// <summary>At even distances.</summary>
    Even,

    /// <summary>At random, as independent people come: a Poisson process.</summary>
    Poisson,
}
