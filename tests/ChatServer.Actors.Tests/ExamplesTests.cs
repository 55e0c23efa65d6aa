using ChatServer.Examples;

namespace ChatServer.Actors.Tests;

/// <summary>The examples of docs/asyncio-to-actors.md do what the page says, and fit on a screen.</summary>
public sealed class ExamplesTests
{
    private static readonly Dictionary<string, string[]> Said = new()
    {
        ["EventLoop"] = ["sum: 1000"],
        ["Coroutine"] = ["fast hello", "slow hello", "slow again"],
        ["CreateTask"] = ["started, and free for other messages", "content of page"],
        ["Gather"] = ["all: 1 4 9", "first is one of them: True"],
        ["Future"] = ["the answer is 42", "that is no question"],
        ["TimeoutAndCancel"] = ["asker: no answer in time", "asker: cancelled", "actor: giving up"],
        ["Failure"] = ["parent: DivideByZeroException, restart it", "child: still there? yes"],
        ["EchoServer"] = ["echo: hello", "connection actor stopped: True"],
        ["RawSocket"] = ["one", "two", ""],
        ["LockEventSemaphore"] = ["all have been inside"],
        ["ProducerConsumer"] = ["consumed 1", "consumed 2", "consumed 3", "consumed 4", "consumed 5"],
        ["Subprocess"] = ["one", "two", "exit code 0"],
        ["Blocking"] = ["always the same thread: True", "what an old driver returned"],
        ["SlowHandler"] = ["warning from akka://example/user/sluggish, about Work: True", "it has handled 1 message"],
        ["SyncAndAsync"] = ["a thread waited for 2 lines", "asynchronous code awaited 3 lines"],
    };

    public static TheoryData<string> Names => [.. Example.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task An_example_says_what_it_should(string name)
    {
        var said = new List<object>();
        await Example.RunAsync(Example.All[name], said.Add).OrFail();
        Assert.Equal(Said[name], said.Select(line => line.ToString()));
    }
}
