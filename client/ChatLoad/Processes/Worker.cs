using System.Runtime.InteropServices;
using System.Text.Json;
using ChatLoad.Load;
using ChatLoad.Measuring;
using ChatLoad.Scenarios;

namespace ChatLoad.Processes;

/// <summary>One of several processes that share a load: does what its standard input says, see <see cref="WorkerMessage"/>.</summary>
internal sealed class Worker : IPace, IDisposable
{
    private static readonly TimeSpan ReportEvery = TimeSpan.FromMilliseconds(50);

    private readonly Lock _output = new();
    private readonly CancellationTokenSource _stop = new();
    private volatile int _mayPass = -1;
    private volatile bool _isDrained;
    private int _reached = -1;

    /// <summary>Works until the load test is over.</summary>
    public static async Task<ExitCode> RunAsync()
    {
        var settings = JsonSerializer.Deserialize<LoadSettings>((await Console.In.ReadLineAsync())!)!;
        // Ctrl+C in a terminal reaches all processes; the one that started this one says what to do.
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => signal.Cancel = true);
        using var worker = new Worker();
        using var job = new LocalJob(settings, worker, worker._stop.Token);
        var listening = Task.Run(worker.Listen);
        var told = job.Latest;
        while (!job.Completion.IsCompleted)
        {
            await Task.WhenAny(job.Completion, Task.Delay(ReportEvery));
            if (job.Latest is var latest && !ReferenceEquals(latest, told))
                worker.Tell(new WorkerMessage(Progress: told = latest));
            if (listening.IsCompleted)
                return ExitCode.Failed;
        }

        try
        {
            worker.Tell(new WorkerMessage(Result: await job.Completion));
            return ExitCode.Ok;
        }
        catch (LoadFailedException error)
        {
            worker.Tell(new WorkerMessage(Failure: error.Message));
            return ExitCode.Failed;
        }
    }

    /// <inheritdoc/>
    public bool MayPass(Checkpoint checkpoint, Meter meter)
    {
        if (_reached < (int)checkpoint)
        {
            _reached = (int)checkpoint;
            _isDrained = false;
            Tell(new WorkerMessage(Reached: checkpoint, Progress: meter.Latest));
        }

        return _mayPass >= (int)checkpoint;
    }

    /// <inheritdoc/>
    public bool IsDrained(Meter meter) => _isDrained;

    /// <inheritdoc/>
    public void Dispose() => _stop.Dispose();

    private void Listen()
    {
        while (Console.In.ReadLine() is { } line)
        {
            if (line == WorkerMessage.Drained)
                _isDrained = true;
            else if (line == WorkerMessage.Stop)
                _stop.Cancel();
            else
                _mayPass = (int)Enum.Parse<Checkpoint>(line);
        }
    }

    // The loop sends checkpoints, this class's own task everything else.
    private void Tell(WorkerMessage message)
    {
        var line = message.ToLine();
        lock (_output)
        {
            Console.Out.WriteLine(line);
            Console.Out.Flush();
        }
    }
}
