using ChatServer.Engine.Administration;
using ChatServer.Host.Configuration;
using Microsoft.Extensions.Hosting;

namespace ChatServer.Host.Lifetime;

/// <summary>Does for operators what only the process can: reads the configuration again, ends the server.</summary>
internal sealed class OperatorRequests(SettingsSources sources, IHostApplicationLifetime application) : IServerHost
{
    public string ConfigurationName => Path.GetFileName(sources.File) ?? "environment";

    public ReadSettings ReadSettings()
    {
        try
        {
            return new ReadSettings(sources.Read().Settings, []);
        }
        catch (StartException fault)
        {
            return new ReadSettings(null, [.. fault.Message.Split(Environment.NewLine)]);
        }
    }

    // Not in the caller's turn: what hangs on the end of the application runs in the call.
    public void Stop() => Task.Run(application.StopApplication);
}
