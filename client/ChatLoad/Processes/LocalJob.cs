using System.ComponentModel;
using System.Net;
using System.Net.Sockets;
using ChatLoad.Load;
using ChatLoad.Measuring;
using ChatLoad.Scenarios;
using ChatLoad.Wire;

namespace ChatLoad.Processes;

/// <summary>A load test on a thread of this process.</summary>
internal sealed class LocalJob : ILoadJob
{
    private readonly Meter _meter = new();
    private readonly TaskCompletionSource<ProcessResult> _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Starts it.</summary>
    /// <param name="settings">What is to be done.</param>
    /// <param name="pace">When it may go on.</param>
    /// <param name="stop">Cancelled when no more work may begin.</param>
    public LocalJob(LoadSettings settings, IPace pace, CancellationToken stop)
    {
        // A dedicated thread: other code waits for pool threads, and a timer slack set for one would stay.
        new Thread(() => Run(settings, pace, stop)) { IsBackground = true, Name = "load" }.Start();
    }

    /// <inheritdoc/>
    public ProgressReport Latest => _meter.Latest;

    /// <inheritdoc/>
    public Task<ProcessResult> Completion => _completion.Task;

    /// <inheritdoc/>
    public void Dispose()
    {
    }

    private static Target Resolve(LoadSettings settings)
    {
        var addresses = Dns.GetHostAddresses(settings.Host);
        var address = addresses.FirstOrDefault(address => address.AddressFamily == AddressFamily.InterNetwork) ?? addresses[0];
        return new Target(settings.Host, new IPEndPoint(address, settings.Port), settings.Transport, settings.Path, settings.Sources);
    }

    private void Run(LoadSettings settings, IPace pace, CancellationToken stop)
    {
        try
        {
            using var loop = new EventLoop();
            var bench = new Bench(settings, loop, Resolve(settings), _meter, pace, stop);
            _completion.SetResult(ScenarioFactory.Create(bench).Run());
        }
        catch (Exception error) when (error is SocketException or Win32Exception or PlatformNotSupportedException)
        {
            _completion.SetException(new LoadFailedException(error.Message));
        }
        catch (Exception error)
        {
            // Any exception: whoever waits for the result must get it, because nobody would on this thread.
            _completion.SetException(error);
        }
    }
}
