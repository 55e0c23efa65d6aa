using System.IO.Pipelines;
using System.Security.Cryptography;
using System.Text;
using ChatServer.Engine;
using ChatServer.Engine.Connections;
using ChatServer.Engine.Settings;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace ChatServer.Host.Lifetime;

/// <summary>Has two internal clients talk to each other before the endpoints open, in a chat of their own that is closed
/// afterwards.</summary>
/// <remarks>Code has to be loaded and compiled when it first runs: the very first message took a hundred times as long as those after it.
/// After a restart all clients come back at once, and would all wait for that. Nothing depends on the rehearsal: if it fails, or takes too
/// long, it is abandoned.</remarks>
internal sealed class Rehearsal(ActorSystem system, TimeProvider time, ILogger<Rehearsal> log) : IHostedService
{
    private const string Version = "rehearsal";
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(2);

    private static readonly string[] Lines =
    [
        "CAP LS 302", "CAP REQ :message-tags server-time batch labeled-response echo-message",
        "NICK {me}", "USER {me} 0 * :{me}", "CAP END",
        "JOIN #stage", "PRIVMSG #stage :hello", "@label=1 PRIVMSG #stage :hello again",
        "PRIVMSG {other} :hello", "PRIVMSG {other} :hello again",
        "PING end",
    ];

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var settings = new ServerSettings { Flood = new FloodSettings { Enabled = false } };
        var engine = new EngineContext(settings, time, RandomNumberGenerator.Fill, NullLoggerFactory.Instance, Version);
        var chat = system.ActorOf(ChatActor.PropsFor(engine), Version);
        try
        {
            await PlayAsync(chat).WaitAsync(Longest, time, cancellationToken);
        }
        catch (Exception cause) when (cause is not OperationCanceledException)
        {
            log.LogDebug(cause, "The rehearsal was broken off");
        }
        finally
        {
            system.Stop(chat);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static async Task PlayAsync(IActorRef chat)
    {
        var answer = await chat.Ask<ChatActor.Answer>(new ChatActor.GetNeighbours());
        var door = new ConnectionDoor(answer.Neighbours.Listener);
        var (anna, bert) = (Client.Enter(door), Client.Enter(door));
        await anna.SayAsync(Lines, "anna", "bert");
        await bert.SayAsync(Lines, "bert", "anna");
        await anna.SayAsync(["PRIVMSG bert :bye", "PING end"], "anna", "bert");
        await Task.WhenAll(anna.LeaveAsync(), bert.LeaveAsync());
    }

    /// <summary>A client in this process.</summary>
    private sealed class Client(IDuplexPipe pipe, Task served)
    {
        public static Client Enter(ConnectionDoor door)
        {
            var toServer = new Pipe();
            var toClient = new Pipe();
            var served = door.HandleAsync(new DefaultConnectionContext { Transport = new Duplex(toServer.Reader, toClient.Writer) });
            return new Client(new Duplex(toClient.Reader, toServer.Writer), served);
        }

        /// <summary>Says some lines, and listens until the last, a PING, is answered.</summary>
        public async Task SayAsync(IEnumerable<string> lines, string me, string other)
        {
            var text = string.Concat(lines.Select(line => $"{line}\r\n"))
                .Replace("{me}", me, StringComparison.Ordinal)
                .Replace("{other}", other, StringComparison.Ordinal);
            await pipe.Output.WriteAsync(Encoding.UTF8.GetBytes(text));
            var heard = "";
            while (!heard.Contains(":end\r\n", StringComparison.Ordinal))
            {
                var read = await pipe.Input.ReadAsync();
                heard += Encoding.UTF8.GetString(read.Buffer);
                pipe.Input.AdvanceTo(read.Buffer.End);
                if (read.IsCompleted) return;
            }
        }

        public async Task LeaveAsync()
        {
            await pipe.Output.WriteAsync("QUIT :bye\r\n"u8.ToArray());
            await pipe.Output.CompleteAsync();
            await pipe.Input.CompleteAsync();
            await served;
        }

        private sealed record Duplex(PipeReader Input, PipeWriter Output) : IDuplexPipe;
    }
}
