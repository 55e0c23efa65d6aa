using ChatLoad.Measuring;

namespace ChatLoad.Scenarios;

/// <summary>Lets the processes of a run begin and end their phases together.</summary>
internal interface IPace
{
    /// <summary>Whether all processes have reached this point. The first call reports that this one has, and its progress at that
    /// time.</summary>
    bool MayPass(Checkpoint checkpoint, Meter meter);

    /// <summary>Whether everything expected has arrived, in all processes together.</summary>
    bool IsDrained(Meter meter);
}
