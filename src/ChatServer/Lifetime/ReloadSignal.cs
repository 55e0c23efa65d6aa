using System.Runtime.InteropServices;
using Microsoft.Extensions.Hosting;

namespace ChatServer.Host.Lifetime;

/// <summary>Has the settings and certificates read again at SIGHUP, as <c>REHASH</c> does; the outcome is logged.
/// </summary>
internal sealed class ReloadSignal(ChatService chat) : IHostedService, IDisposable
{
    private PosixSignalRegistration? _registration;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _registration = PosixSignalRegistration.Create(PosixSignal.SIGHUP, OnSignal);
        return Task.CompletedTask;
    }

    // A signal that comes while the server shuts down must still not kill it.
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => _registration?.Dispose();

    private void OnSignal(PosixSignalContext context)
    {
        context.Cancel = true;
        chat.Reload("SIGHUP");
    }
}
