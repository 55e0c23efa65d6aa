using System.Collections.Concurrent;
using System.Globalization;
using Akka.Configuration;
using Microsoft.Extensions.Logging;

namespace ChatServer.ActorRuntime.Akka;

/// <summary>Sets up an Akka.NET system with what our own runtime's setup offers: a clock, a bounded mailbox.</summary>
public static class RuntimeSetup
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
        return setup.WithConfigFallback(ConfigurationFactory.ParseString(
            $$"""
            akka.scheduler.implementation = "{{typeof(TimeProviderScheduler).AssemblyQualifiedName}}"
            akka.scheduler.clock = "{{id}}"
            """));
    }

    /// <summary>Nothing changes: Akka.NET finds its loggers through its configuration, and the host's composition gives it the
    /// host's.</summary>
    /// <param name="setup">The setup.</param>
    /// <param name="loggerFactory">Where our own runtime would write.</param>
    public static BootstrapSetup WithLoggerFactory(this BootstrapSetup setup, ILoggerFactory loggerFactory) => setup;

    /// <summary>With a kind of mailbox that has a limit and drops what is too much.</summary>
    /// <param name="setup">The setup.</param>
    /// <param name="id">Its name.</param>
    /// <param name="capacity">Most messages that wait.</param>
    public static BootstrapSetup WithBoundedMailbox(this BootstrapSetup setup, string id, int capacity)
    {
        ArgumentNullException.ThrowIfNull(setup);
        return setup.WithConfigFallback(ConfigurationFactory.ParseString(
            $$"""
            {{id}} {
              mailbox-type = "Akka.Dispatch.BoundedMailbox, Akka"
              mailbox-capacity = {{capacity.ToString(CultureInfo.InvariantCulture)}}
              mailbox-push-timeout-time = 0s
            }
            """));
    }

    internal static TimeProvider ClockOf(Config config) => Clocks[config.GetString("akka.scheduler.clock")];
}
