using System.Runtime.InteropServices;

namespace ChatLoad;

/// <summary>Ctrl+C and SIGTERM: the first signal asks the run to finish, the second ends the process.</summary>
internal sealed class Interruption : IDisposable
{
    private readonly CancellationTokenSource _source = new();
    private readonly PosixSignalRegistration[] _registrations;
    private readonly Action _atOnce;

    /// <summary>Listens from now on.</summary>
    /// <param name="atOnce">Called before the process ends at the second signal, to clean up what must not be left behind.</param>
    public Interruption(Action atOnce)
    {
        _atOnce = atOnce;
        _registrations = [.. new[] { PosixSignal.SIGINT, PosixSignal.SIGTERM }
            .Select(signal => PosixSignalRegistration.Create(signal, OnSignal))];
    }

    /// <summary>Cancelled at the first signal.</summary>
    public CancellationToken Token => _source.Token;

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var registration in _registrations)
            registration.Dispose();
        _source.Dispose();
    }

    private void OnSignal(PosixSignalContext signal)
    {
        signal.Cancel = true;
        if (!_source.IsCancellationRequested)
        {
            _source.Cancel();
            return;
        }

        _atOnce();
        Environment.Exit((int)ExitCode.Interrupted);
    }
}
