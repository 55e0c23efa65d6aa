using ChatLoad.Load;
using ChatLoad.Measuring;
using ChatLoad.Processes;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace ChatLoad.Reporting;

/// <summary>A few lines in the terminal that change while the test runs.</summary>
internal sealed class LiveView(IAnsiConsole console) : IProgressView
{
    private static readonly TimeSpan Refresh = TimeSpan.FromMilliseconds(500);

    /// <inheritdoc/>
    public async Task FollowAsync(ILoadJob job, LoadSettings settings)
    {
        var last = job.Latest;
        await console.Live(Draw(last, last, settings)).AutoClear(true).StartAsync(async live =>
        {
            while (await Task.WhenAny(job.Completion, Task.Delay(Refresh)) != job.Completion)
            {
                var now = job.Latest;
                if (now.At == last.At)
                    continue;

                live.UpdateTarget(Draw(now, last, settings));
                last = now;
            }
        });
    }

    private static Grid Draw(ProgressReport now, ProgressReport before, LoadSettings settings)
    {
        var seconds = Math.Max(1e-3, (now.At - before.At) / (double)Clock.Second);
        var table = new Grid().AddColumn().AddColumn();
        Row("stage", $"[bold]{now.Stage}[/]");
        Row("connections", $"{Unit.Count.Format(now.Online)} registered, {Unit.Count.Format(now.Opening)} on their way");
        Row("sent", $"{Unit.PerSecond.Format((now.Sent - before.Sent) / seconds)}   {Unit.Count.Format(now.Sent)}{Target(settings)}");
        Row("delivered", $"{Unit.PerSecond.Format((now.Delivered - before.Delivered) / seconds)}   {Unit.Count.Format(now.Delivered)}");
        Row("on their way", Unit.Count.Format(Math.Max(0, now.Expected - now.Delivered)));
        Row("latency now", now.Latency.Total == 0 ? "-" : string.Join(", ",
            Quantile(now, 0.5, "p50"), Quantile(now, 0.99, "p99"), $"max {Unit.Time.Format(now.Latency.Max)}"));
        Row("errors", now.Errors + now.Disconnected == 0
            ? "[green]none[/]"
            : $"[red]{now.Errors} replies, {now.Disconnected} connections ended[/]");
        return table;

        void Row(string name, string value) => table.AddRow(new IRenderable[] { new Markup($"[grey]{name}[/]"), new Markup(value) });
    }

    private static string Quantile(ProgressReport now, double quantile, string name) =>
        $"{name} {Unit.Time.Format(now.Latency.At(quantile))}";

    private static string Target(LoadSettings settings) => settings.Count is { } count ? $" of {Unit.Count.Format(count)}" : "";
}
