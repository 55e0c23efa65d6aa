namespace ChatServer.Actors.Tests;

/// <summary>A fresh system for each test, ended with it.</summary>
public abstract class ActorTest : IAsyncLifetime
{
    protected ActorSystem System { get; } = ActorSystem.Create("test");

    internal Talk Talk { get; } = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => System.Terminate().OrFail();
}
