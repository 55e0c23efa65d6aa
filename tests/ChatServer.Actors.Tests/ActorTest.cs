namespace ChatServer.Actors.Tests;

/// <summary>A fresh system for each test, ended with it.</summary>
public abstract class ActorTest(BootstrapSetup? setup = null) : IAsyncLifetime
{
    protected ActorSystem System { get; } = ActorSystem.Create("test", setup ?? BootstrapSetup.Create());

    internal Talk Talk { get; } = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => System.Terminate().OrFail();
}
