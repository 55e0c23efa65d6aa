using System.Diagnostics;
using System.Text.Json;
using ChatLoad.Load;
using ChatLoad.Measuring;
using ChatLoad.Scenarios;

namespace ChatLoad.Processes;

/// <summary>A load test in several processes, which this one starts, keeps in step and adds up.</summary>
internal sealed class ProcessGroup : ILoadJob
{
    private readonly List<Member> _members = [];
    private readonly Lock _state = new();
    private readonly Action<Checkpoint> _passing;
    private readonly CancellationTokenRegistration _stopping;
    private Checkpoint? _passed;
    private bool _isDraining;

    /// <summary>Starts the processes.</summary>
    /// <param name="settings">What is to be done.</param>
    /// <param name="passing">Called when all have reached a checkpoint, before they go on.</param>
    /// <param name="stop">Cancelled when no more work may begin.</param>
    public ProcessGroup(LoadSettings settings, Action<Checkpoint> passing, CancellationToken stop)
    {
        _passing = passing;
        for (var i = 0; i < settings.Processes; i++)
            _members.Add(new Member(Start(), settings with { Process = i }));
        Completion = RunAsync();
        _stopping = stop.Register(() =>
        {
            lock (_state)
                TellAll(WorkerMessage.Stop);
        });
    }

    /// <inheritdoc/>
    public ProgressReport Latest => _members.Select(member => member.Progress).Aggregate((one, other) => one.Plus(other));

    /// <inheritdoc/>
    public Task<ProcessResult> Completion { get; }

    /// <inheritdoc/>
    public void Dispose()
    {
        _stopping.Dispose();
        foreach (var member in _members)
            member.Dispose();
    }

    private static Process Start()
    {
        // Started as "dotnet chat-load.dll", the program is its own argument.
        var program = Environment.ProcessPath!;
        string[] itself = Path.GetFileNameWithoutExtension(program) == "dotnet" ? [typeof(ProcessGroup).Assembly.Location] : [];
        return Process.Start(new ProcessStartInfo(program, [.. itself, "--worker"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
    }

    private async Task<ProcessResult> RunAsync()
    {
        var ends = await Task.WhenAll(_members.Select(FollowAsync));
        var failure = _members.Select(member => member.Failure).FirstOrDefault(failure => failure is not null);
        if (failure is not null || ends.Contains(null))
            throw new LoadFailedException(failure ?? "one of the processes ended without a result");
        return ends.OfType<ProcessResult>().Aggregate((one, other) => one.Plus(other));
    }

    private async Task<ProcessResult?> FollowAsync(Member member)
    {
        while (await member.ReadAsync() is { } message)
        {
            if (message.Result is { } result)
                return result;
            if (message.Failure is { } failure)
                member.Failure = failure;
            if (message.Progress is { } progress)
                member.Progress = progress;
            if (message.Reached is { } reached)
                member.Reached = reached;
            lock (_state)
                KeepInStep();
        }

        // The others would wait for it for ever. Two that end at once must not close the same pipe at once.
        lock (_state)
        {
            foreach (var other in _members)
                other.EndInput();
        }

        return null;
    }

    private void KeepInStep()
    {
        var reached = _members.Min(member => member.Reached);
        if (reached is { } checkpoint && checkpoint != _passed)
        {
            _passing(checkpoint);
            _passed = checkpoint;
            _isDraining = checkpoint is Checkpoint.WarmedUp or Checkpoint.Sent;
            TellAll(checkpoint.ToString());
        }
        else if (_isDraining && _members.All(member => member.HasReportedSince(_passed)) && HasAllArrived(Latest))
        {
            _isDraining = false;
            TellAll(WorkerMessage.Drained);
        }
    }

    private static bool HasAllArrived(ProgressReport sum) => sum.Delivered >= sum.Expected;

    private void TellAll(string line)
    {
        foreach (var member in _members)
            member.Tell(line);
    }

    private sealed class Member : IDisposable
    {
        private readonly Process _process;
        private Checkpoint? _reached;
        private volatile ProgressReport _progress = ProgressReport.Nothing;
        private long _reachedAt;

        public Member(Process process, LoadSettings settings)
        {
            _process = process;
            Tell(JsonSerializer.Serialize(settings));
        }

        public ProgressReport Progress { get => _progress; set => _progress = value; }

        public string? Failure { get; set; }

        public Checkpoint? Reached
        {
            get => _reached;
            set => (_reached, _reachedAt) = (value, Clock.Now);
        }

        // A report contains what was sent only if it is younger than the checkpoint.
        public bool HasReportedSince(Checkpoint? checkpoint) => _reached == checkpoint && _progress.At > _reachedAt;

        public async Task<WorkerMessage?> ReadAsync() =>
            await _process.StandardOutput.ReadLineAsync() is { } line ? WorkerMessage.FromLine(line) : null;

        public void Tell(string line) => Write(input =>
        {
            input.WriteLine(line);
            input.Flush();
        });

        public void EndInput() => Write(input => input.Close());

        public void Dispose()
        {
            if (!_process.HasExited)
                _process.Kill();
            _process.Dispose();
        }

        private void Write(Action<StreamWriter> write)
        {
            try
            {
                write(_process.StandardInput);
            }
            catch (Exception error) when (error is IOException or ObjectDisposedException)
            {
                // It has ended, or is about to; the reader of its output will find out.
            }
        }
    }
}
