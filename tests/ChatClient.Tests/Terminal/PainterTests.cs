using System.Collections.Concurrent;
using ChatClient.Terminal;

namespace ChatClient.Tests.Terminal;

public sealed class PainterTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Frames_reach_the_terminal_as_differences_with_the_signals_behind_them()
    {
        var written = new ConcurrentQueue<string>();
        var painter = new Painter(written.Enqueue);

        painter.Show(Frame("one"));
        await painter.FlushAsync().WaitAsync(Patience);
        painter.Show(Frame("one"), "\a");
        await painter.FlushAsync().WaitAsync(Patience);
        painter.Forget();
        painter.Show(Frame("one"));
        await painter.FlushAsync().WaitAsync(Patience);

        var all = written.ToArray();
        Assert.Equal(3, all.Length);
        Assert.Equal("\a", all[1]);
        Assert.Equal(all[0], all[2]);
    }

    [Fact]
    public async Task A_terminal_that_is_slow_makes_nobody_wait()
    {
        using var isFree = new ManualResetEventSlim();
        var painter = new Painter(_ => isFree.Wait(Patience));

        painter.Show(Frame("one"));
        Assert.True(painter.IsBusy);
        Assert.Throws<InvalidOperationException>(() => painter.Show(Frame("two")));

        isFree.Set();
        await painter.FlushAsync().WaitAsync(Patience);
        Assert.False(painter.IsBusy);
    }

    [Fact]
    public async Task A_fault_is_not_hidden()
    {
        var painter = new Painter(_ => throw new InvalidOperationException("ours"));
        painter.Show(Frame("one"));
        await Assert.ThrowsAsync<InvalidOperationException>(() => painter.FlushAsync().WaitAsync(Patience));

        Assert.Equal("ours", Assert.Throws<InvalidOperationException>(() => painter.Show(Frame("two"))).Message);
    }

    private static Frame Frame(string text)
    {
        var canvas = new Canvas(10, 1, default);
        canvas.Put(0, 0, text, default);
        return canvas.ToFrame(null);
    }
}
