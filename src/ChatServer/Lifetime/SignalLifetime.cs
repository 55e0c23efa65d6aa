using System.Runtime.InteropServices;
using Microsoft.Extensions.Hosting;

namespace ChatServer.Host.Lifetime;

/// <summary>Shuts the server down at the first SIGINT, SIGTERM or SIGQUIT, and kills it at a second SIGINT.</summary>
internal sealed class SignalLifetime(IHostApplicationLifetime application) : IHostLifetime, IDisposable
{
    private static readonly PosixSignal[] Signals = [PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGQUIT];

    private readonly List<PosixSignalRegistration> _registrations = [];

    public Task WaitForStartAsync(CancellationToken cancellationToken)
    {
        _registrations.AddRange(Signals.Select(signal => PosixSignalRegistration.Create(signal, OnSignal)));
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => _registrations.ForEach(registration => registration.Dispose());

    private void OnSignal(PosixSignalContext context)
    {
        var impatient = context.Signal == PosixSignal.SIGINT && application.ApplicationStopping.IsCancellationRequested;

        // Not cancelled, the signal does what it does by default: it kills the process.
        context.Cancel = !impatient;
        application.StopApplication();
    }
}
