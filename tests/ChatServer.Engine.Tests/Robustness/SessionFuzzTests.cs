using System.Globalization;
using System.Text;
using ChatServer.Engine.Settings;
using ChatServer.Engine.Tests.Harness;
using ChatServer.Protocol;

namespace ChatServer.Engine.Tests.Robustness;

/// <summary>Whatever a peer types, at whatever state of registration and with whatever capabilities: the server answers in lines that the
/// grammar allows, stays up, and has no fault of its own.</summary>
/// <remarks>FUZZ_LINES sets how many lines are sent, FUZZ_SEED which ones; a failure names the seed.</remarks>
public sealed class SessionFuzzTests
{
    private const int Peers = 6;
    private const int LinesPerBatch = 40;

    // All capabilities that the server offers; a single line can't hold them.
    private static readonly string[] Wishes =
    [
        .. Capabilities.All.Where(row => row.IsRequestable && row.Bit != Dialect.Sasl)
            .Chunk(10).Select(rows => $"CAP REQ :{string.Join(' ', rows.Select(row => row.Name))}"),
        "CAP END",
    ];

    [Theory]
    [InlineData(nameof(AsUsual))]
    [InlineData(nameof(AllScripts))]
    [InlineData(nameof(AnyBytes))]
    public async Task Anything_that_peers_type_is_answered_in_well_formed_lines_and_without_a_fault(string settings)
    {
        var lines = Setting("FUZZ_LINES", 30_000);
        var seed = Setting("FUZZ_SEED", Random.Shared.Next());
        var faults = new FaultLog();
        await using var server = await TestServer.StartAsync(Named(settings), loggers: faults);
        try
        {
            await Task.WhenAll(Enumerable.Range(0, Peers).Select(peer => Task.Run(() => TypeAsync(server, peer, seed, lines / Peers))));
            Assert.Empty(faults.Errors);
            Assert.Empty(await (await server.RegisterAsync("survivor")).SyncAsync());
        }
        catch (Exception cause)
        {
            throw new InvalidOperationException($"Seed {seed}. {string.Join(Environment.NewLine, faults.Errors.Take(3))}", cause);
        }
    }

    private static Func<ServerSettings, ServerSettings> Named(string settings) => settings switch
    {
        nameof(AllScripts) => AllScripts,
        nameof(AnyBytes) => AnyBytes,
        _ => AsUsual,
    };

    private static ServerSettings AllScripts(ServerSettings settings) =>
        AsUsual(settings) with { Server = settings.Server with { CaseMapping = CaseMappingName.Precis } };

    private static ServerSettings AnyBytes(ServerSettings settings) => AsUsual(settings) with
    {
        Server = settings.Server with { CaseMapping = CaseMappingName.Rfc1459, Utf8Only = false },
        Limits = settings.Limits with { LineBytes = 16_384, RejectOverlongLines = false },
    };

    private static ServerSettings AsUsual(ServerSettings settings) => Operators.With(OperatorPrivilege.All)(settings) with
    {
        RelayMessages = new RelayMessageSettings { Enabled = true, RoomOperatorsMay = true },
        Roleplay = new RoleplaySettings { Enabled = true },
    };

    private static async Task TypeAsync(TestServer server, int peer, int seed, int lines)
    {
        var random = new Random(unchecked((seed * 31) + peer));
        var generator = new LineGenerator(random);
        while (lines > 0)
        {
            var client = server.Connect();
            if (random.Next(2) == 0) await client.SendAsync(Wishes);
            if (random.Next(4) > 0) await client.SendAsync($"NICK fuzz{peer}", "USER fuzz 0 * :fuzz");
            if (random.Next(2) == 0) await client.SendAsync("JOIN #a,#b");
            if (random.Next(2) == 0) await client.SendAsync("OPER root secret");
            while (lines > 0)
            {
                // One write for the batch, read while it is written: a peer that writes without reading would fill both pipes.
                byte[] batch = [.. Enumerable.Range(0, LinesPerBatch).SelectMany(_ => generator.Next())];
                lines -= LinesPerBatch;
                var answers = await AnswersAsync(client, batch);
                foreach (var answer in answers.Lines) WellFormed.Check(answer);
                if (answers.IsClosed) break;
                if (random.Next(50) == 0)
                {
                    client.Vanish();
                    break;
                }
            }
        }
    }

    private static async Task<(List<string> Lines, bool IsClosed)> AnswersAsync(TestClient client, byte[] batch)
    {
        const string End = "end-of-batch";
        var writing = client.SendBytesAsync([.. batch, .. Encoding.ASCII.GetBytes($"PING {End}\r\n")]);
        var lines = new List<string>();
        while (await client.ReadLineAsync() is { } line)
        {
            lines.Add(line);
            if (!line.EndsWith($"PONG test.example :{End}", StringComparison.Ordinal)) continue;
            await writing;
            return (lines, false);
        }

        return (lines, true);
    }

    private static int Setting(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            ? value
            : otherwise;
}
