using ChatLoad.Measuring;

namespace ChatLoad.Scenarios;

/// <summary>Lets the processes of a run begin and end their phases together.</summary>
internal interface IPace
{
    /// <summary>Whether all processes have come to this point; says, the first time, that this one has, and how it was doing
    /// then.</summary>
    bool MayPass(Checkpoint checkpoint, Meter meter);

    /// <summary>Whether everything that is expected has arrived, in all processes together.</summary>
    bool IsDrained(Meter meter);
}
