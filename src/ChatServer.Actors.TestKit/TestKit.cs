using Xunit.Abstractions;

namespace ChatServer.Actors.TestKit;

/// <summary>Base of test classes: a new system for each test, stopped with it.</summary>
public class TestKit : TestKitBase, IDisposable
{
    private readonly bool _ownsSystem;

    /// <summary>On a given system, or on a new one.</summary>
    /// <param name="system">The system, which the test does not stop at its end; null for a new one.</param>
    /// <param name="output">Where warnings and errors of the system are shown.</param>
    public TestKit(ActorSystem? system = null, ITestOutputHelper? output = null)
        : base(system, SetupFor(BootstrapSetup.Create(), output), actorSystemName: null, testActorName: null, settings: null)
    {
        _ownsSystem = system is null;
        Output = output;
    }

    /// <summary>On a new system.</summary>
    /// <param name="config">Its clock and log; a log given here is used instead of <paramref name="output"/>.</param>
    /// <param name="actorSystemName">Its name.</param>
    /// <param name="output">Where warnings and errors of the system are shown.</param>
    public TestKit(BootstrapSetup config, string? actorSystemName = null, ITestOutputHelper? output = null)
        : base(system: null, SetupFor(config, output), actorSystemName, testActorName: null, settings: null)
    {
        _ownsSystem = true;
        Output = output;
    }

    /// <summary>Where the test may write.</summary>
    protected ITestOutputHelper? Output { get; }

    /// <summary>Stops the system, if the test created it.</summary>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Called before the system stops.</summary>
    protected virtual void AfterAll()
    {
    }

    /// <summary>Stops the system, if the test created it.</summary>
    /// <param name="disposing">False in a finalizer.</param>
    protected virtual void Dispose(bool disposing)
    {
        AfterAll();
        if (_ownsSystem) Shutdown(verifySystemShutdown: true);
    }

    private static BootstrapSetup SetupFor(BootstrapSetup setup, ITestOutputHelper? output) =>
        output is null ? setup : setup.WithLoggerFactory(new TestOutputLoggerFactory(output, setup.LoggerFactory));
}
