using ChatServer.Engine.Administration;
using ChatServer.Host.Configuration;
using ChatServer.Host.Endpoints;
using Microsoft.Extensions.Hosting;

namespace ChatServer.Host.Lifetime;

/// <summary>Does for operators what only the process can: reads the configuration and the certificates again, and shuts down.</summary>
internal sealed class OperatorRequests(SettingsSources sources, ServerEndpoints endpoints, IHostApplicationLifetime application)
    : IServerHost
{
    public string ConfigurationName => Path.GetFileName(sources.File) ?? "environment";

    // Not in the caller's turn: reading files takes time.
    public Task<ReadSettings> ReadSettingsAsync() => Task.Run(Read);

    // Not in the caller's turn: StopApplication runs its callbacks before it returns.
    public void Stop() => Task.Run(application.StopApplication);

    private ReadSettings Read()
    {
        try
        {
            var settings = sources.Read().Settings;
            endpoints.ReloadCertificates(settings);
            return new ReadSettings(settings, []);
        }
        catch (StartException fault)
        {
            return new ReadSettings(null, [.. fault.Message.Split(Environment.NewLine)]);
        }
    }
}
