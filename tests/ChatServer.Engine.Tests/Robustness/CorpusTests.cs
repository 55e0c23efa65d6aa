using ChatServer.Engine.Settings;
using ChatServer.Engine.Tests.Harness;

namespace ChatServer.Engine.Tests.Robustness;

/// <summary>Lines that once were, or might have been, trouble: each file of the corpus is played as it is, cut anywhere, changed here and
/// there, and at every state of registration.</summary>
/// <remarks>Who finds a crash puts what caused it into the corpus, under a name that says what it is.</remarks>
public sealed class CorpusTests
{
    private const int MostCuts = 30;
    private const int Mutations = 20;
    private static readonly string[] Registration = ["NICK corpus", "USER corpus 0 * :corpus"];

    public static TheoryData<string> Files =>
        [.. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Robustness", "Corpus"), "*.irc").Select(file => Path.GetFileNameWithoutExtension(file)).Order()];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task A_file_of_the_corpus_is_answered_in_well_formed_lines_and_without_a_fault(string file)
    {
        var bytes = await File.ReadAllBytesAsync(Path.Combine(AppContext.BaseDirectory, "Robustness", "Corpus", file + ".irc"));
        var faults = new FaultLog();
        await using var server = await TestServer.StartAsync(Operators.With(OperatorPrivilege.All), loggers: faults);
        var host = await server.RegisterAsync("corpus-host");
        await host.DoAsync("JOIN #a");

        foreach (var isRegistered in new[] { false, true })
        {
            await PlayAsync(server, isRegistered, bytes);
            foreach (var cut in Cuts(bytes.Length)) await PlayAsync(server, isRegistered, bytes[..cut], bytes[cut..]);
        }

        var random = new Random(file.Sum(letter => letter));
        for (var i = 0; i < Mutations; i++) await PlayAsync(server, isRegistered: i % 4 > 0, Mutate(bytes, random));

        Assert.Empty(faults.Errors);
        await host.SyncAsync();
    }

    [Fact]
    public void The_corpus_is_there() => Assert.True(Files.Count >= 80, $"It has {Files.Count} files.");

    private static IEnumerable<int> Cuts(int length) =>
        Enumerable.Range(1, Math.Min(length - 1, MostCuts)).Select(i => length <= MostCuts ? i : (int)((long)i * length / (MostCuts + 1))).Distinct();

    private static byte[] Mutate(byte[] bytes, Random random)
    {
        var mutated = bytes.ToList();
        for (var changes = random.Next(1, 5); changes > 0 && mutated.Count > 0; changes--)
        {
            var at = random.Next(mutated.Count);
            switch (random.Next(5))
            {
                case 0:
                    mutated[at] = (byte)random.Next(256);
                    break;
                case 1:
                    mutated.RemoveAt(at);
                    break;
                case 2:
                    mutated.Insert(at, (byte)" :@!,\r\n\0#"[random.Next(9)]);
                    break;
                case 3:
                    mutated.InsertRange(at, mutated.GetRange(at, Math.Min(random.Next(1, 40), mutated.Count - at)));
                    break;
                default:
                    mutated.RemoveRange(at, Math.Min(random.Next(1, 20), mutated.Count - at));
                    break;
            }
        }

        return [.. mutated];
    }

    /// <summary>Types the pieces into a connection of their own, and reads what comes of it to the end.</summary>
    private static async Task PlayAsync(TestServer server, bool isRegistered, params byte[][] pieces)
    {
        var client = server.Connect();
        if (isRegistered) await client.SendAsync(Registration);
        foreach (var piece in pieces)
        {
            // Bytes without a line end would run into the next line.
            if (piece.Length > 0) await client.SendBytesAsync(piece);
        }

        await client.SendAsync("", "QUIT");
        foreach (var line in await client.ReadToEndAsync()) WellFormed.Check(line);

        // Otherwise the server would wait for the client to hang up.
        client.Vanish();
        await client.Served;
    }
}
