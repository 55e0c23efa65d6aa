using System.Security.Cryptography;
using ChatServer.Engine;
using ChatServer.Engine.Administration;
using ChatServer.Engine.Deliveries;
using ChatServer.Engine.Settings;
using ChatServer.Host.CommandLine;
using ChatServer.Host.Configuration;
using ChatServer.Host.Endpoints;
using ChatServer.Host.Endpoints.WebSockets;
using ChatServer.Host.Logging;
using ChatServer.Host.Transport;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ChatServer.Host.Lifetime;

/// <summary>The server from its start to its end: builds it from the settings, opens it, waits until it is told to stop.</summary>
internal static class ServerProcess
{
    private const int SocketBufferBytes = 64 * 1024;
    private const int Backlog = 4096;

    /// <summary>How often a WebSocket is pinged; the proxies that WebSockets often pass through cut what is silent for a minute.</summary>
    private static readonly TimeSpan WebSocketPingInterval = TimeSpan.FromSeconds(30);

    /// <summary>From the signal to the end of all services; the process is gone within 5 seconds.</summary>
    private static readonly TimeSpan EndWithin = TimeSpan.FromSeconds(4.7);

    /// <exception cref="StartException">A setting can't be taken as it is, an address can't be listened on, or a certificate can't be used.
    /// </exception>
    public static async Task RunAsync(SettingsSources sources, bool devCertificate)
    {
        var configuration = sources.Read();
        var settings = configuration.Settings;
        var endpoints = ServerEndpoints.From(settings, devCertificate, TimeProvider.System);
        await using var server = Build(sources, settings, endpoints);
        WarnOf(configuration.NotInUseYet, server.Logger);
        await StartAsync(server, endpoints);
        Console.WriteLine(Greeting.For(endpoints.Opened));
        await WaitForShutdownAsync(server);
    }

    private static void WarnOf(IReadOnlyList<string> notInUseYet, ILogger log)
    {
        if (notInUseYet.Count > 0)
        {
            log.LogWarning(
                "Configured, but not in use yet: {Settings:l}. What they are about comes with a later version",
                string.Join(", ", notInUseYet));
        }
    }

    private static async Task StartAsync(WebApplication server, ServerEndpoints endpoints)
    {
        try
        {
            await server.StartAsync();
            server.Services.GetRequiredService<LoopListeners>().Open();
        }
        catch (StartException first)
        {
            // The services that come before the endpoints run already; disposed while running, they would report it as a fault.
            await server.StopAsync();
            throw CannotListen.OnSomeOf(endpoints.Configured.Select(endpoint => endpoint.Address)) ?? first;
        }
    }

    private static async Task WaitForShutdownAsync(WebApplication server)
    {
        try
        {
            await server.WaitForShutdownAsync();
        }
        catch (OperationCanceledException)
        {
            server.Logger.LogWarning("The server did not end within {Deadline}; what was left is cut", EndWithin);
        }
    }

    private static WebApplication Build(SettingsSources sources, HostSettings settings, ServerEndpoints endpoints)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ApplicationName = "ChatServer" });
        builder.Logging.AddServerLogging(settings.Serilog);
        builder.Services
            .AddSingleton<IHostLifetime, SignalLifetime>()
            .AddSingleton<IConnectionListenerFactory, ReportingListenerFactory>()
            .AddSingleton<EventLoops>()
            .AddSingleton<LoopListeners>()
            .AddSingleton<IConnectionListenerFactory, LoopTransport>()
            .AddSingleton(sources)
            .AddSingleton<ServerSettings>(settings)
            .AddSingleton<IServerHost, OperatorRequests>()
            .AddSingleton(TimeProvider.System)
            .AddHostedService<IdleMemory>()
            .AddSingleton<FillRandom>(RandomNumberGenerator.Fill)
            .AddSingleton(services => ActivatorUtilities.CreateInstance<EngineContext>(services, $"chatserver-{HelpText.Version}"))
            .AddActors()
            .AddSingleton<ChatService>()
            .AddHostedService(services => services.GetRequiredService<ChatService>())
            .AddHostedService<ReloadSignal>()
            .AddHostedService<Rehearsal>()
            .AddSingleton(endpoints)
            .AddHostedService<DirectEndpoints>()
            .Configure<SocketTransportOptions>(sockets =>
            {
                // Reading stops when this much was not taken: what a flooding client sends stays in its own TCP window.
                sockets.MaxReadBufferSize = SocketBufferBytes;
                sockets.MaxWriteBufferSize = SocketBufferBytes;
                sockets.Backlog = Backlog;
                sockets.NoDelay = true;
            })
            .Configure<HostOptions>(host => host.ShutdownTimeout = EndWithin);
        if (endpoints.Layered.Any())
            AddKestrel(builder.WebHost, endpoints);
        else
            builder.Services.AddSingleton<IServer, NoHttp>();

        var server = builder.Build();
        server.UseWebSockets(new WebSocketOptions
        {
            KeepAliveInterval = WebSocketPingInterval,
            KeepAliveTimeout = settings.Timeouts.PongWithin,
        });
        var chat = server.Services.GetRequiredService<ChatService>();
        server.Run(new WebSocketDoor(chat.HandleAsync, server.Services.GetRequiredService<EngineContext>()).HandleAsync);
        return server;
    }

    private static void AddKestrel(IWebHostBuilder host, ServerEndpoints endpoints) => host
        .UseKestrelCore()
        .ConfigureKestrel(kestrel =>
        {
            var services = kestrel.ApplicationServices;
            endpoints.Open(kestrel, services.GetRequiredService<EngineContext>(), services.GetRequiredService<ChatService>().HandleAsync);
        });
}
