using System.Collections.Concurrent;
using System.Globalization;
using Akka.Actor;
using Akka.Configuration;

namespace ChatServer.ActorRuntime.Akka;

/// <summary>Gives an Akka.NET system a clock of ours, as our own runtime's setup does.</summary>
public static class TimeProviderSetup
{
    private static readonly ConcurrentDictionary<string, TimeProvider> Clocks = new();
    private static int _last;

    /// <summary>With another clock for timers, the scheduler and receive timeouts.</summary>
    /// <param name="setup">The setup.</param>
    /// <param name="timeProvider">The clock.</param>
    public static BootstrapSetup WithTimeProvider(this BootstrapSetup setup, TimeProvider timeProvider)
    {
        ArgumentNullException.ThrowIfNull(setup);
        if (timeProvider == TimeProvider.System) return setup;
        // Akka makes its scheduler by reflection, from the configuration: the clock has to be found through it.
        var id = Interlocked.Increment(ref _last).ToString(CultureInfo.InvariantCulture);
        Clocks[id] = timeProvider;
        return setup.WithConfig(ConfigurationFactory.ParseString(
            $$"""
            akka.scheduler.implementation = "{{typeof(TimeProviderScheduler).AssemblyQualifiedName}}"
            akka.scheduler.clock = "{{id}}"
            """));
    }

    internal static TimeProvider ClockOf(Config scheduler) => Clocks[scheduler.GetString("clock")];
}
