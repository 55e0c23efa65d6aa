using System.Globalization;
using System.Text;

namespace ChatServer.Protocol.Tests;

/// <summary>The parser, which reads in place, against a reading of the same grammar that takes strings apart: whatever the bytes, both see
/// the same message.</summary>
/// <remarks>FUZZ_LINES sets how many lines are read, FUZZ_SEED which ones; a failure names the seed. Besides, every line of the
/// corpus.</remarks>
public sealed class MessageParserFuzzTests
{
    private static readonly string[] Pieces =
        ["@", ":", " ", "  ", ";", "=", "a", "+b", "PRIVMSG", "#room", "\\:", "\\", "é", "\u0001", "@a=b;c ", ":n!u@h ", " :", "::", "nick",
         "123"];

    [Fact]
    public void Whatever_the_bytes_both_readings_see_the_same_message()
    {
        var lines = Setting("FUZZ_LINES", 200_000);
        var seed = Setting("FUZZ_SEED", Random.Shared.Next());
        var random = new Random(seed);
        for (var i = 0; i < lines; i++) Compare(random.Next(4) == 0 ? Raw(random) : Structured(random), seed);
    }

    [Fact]
    public void Both_readings_see_the_same_in_every_line_of_the_corpus()
    {
        var files = Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Corpus"), "*.irc");
        Assert.NotEmpty(files);
        foreach (var line in files.SelectMany(file => Encoding.Latin1.GetString(File.ReadAllBytes(file)).Split('\n')))
            Compare(Encoding.Latin1.GetBytes(line), seed: 0);
    }

    private static void Compare(byte[] line, int seed)
    {
        var isMessage = MessageParser.TryParse(line, out var message, out var error);
        var expected = Read(Encoding.Latin1.GetString(line));
        Assert.True(isMessage == expected is not null, Tell());
        Assert.True(isMessage == (error == MessageError.None), Tell());
        if (expected is not { } read) return;
        Assert.True(Text(message.Tags.Raw) == read.Tags && Text(message.Source) == read.Source && Text(message.Verb) == read.Verb, Tell());
        Assert.True(message.Count == read.Parameters.Count, Tell());
        for (var i = 0; i < message.Count; i++) Assert.True(Text(message[i]) == read.Parameters[i], Tell());
        Assert.True(message[message.Count].IsEmpty, Tell());

        string Tell() => $"Seed {seed}: {Convert.ToHexString(line)}";
    }

    /// <summary>Source: Modern, Message Format; IRCv3 message-tags.</summary>
    private static (string Tags, string Source, string Verb, List<string> Parameters)? Read(string line)
    {
        var rest = line.TrimStart(' ');
        var tags = Marked('@', ref rest);
        var source = Marked(':', ref rest);
        var verb = rest.Split(' ')[0];
        if (verb.Length == 0) return null;
        rest = rest[verb.Length..];
        var colon = rest.IndexOf(" :", StringComparison.Ordinal);
        var middles = colon < 0 ? rest : rest[..colon];
        var parameters = middles.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToList();
        if (colon >= 0) parameters.Add(rest[(colon + 2)..]);
        return (tags, source, verb, parameters);
    }

    private static string Marked(char mark, ref string rest)
    {
        if (!rest.StartsWith(mark)) return "";
        var word = rest[1..].Split(' ')[0];
        rest = rest[(1 + word.Length)..].TrimStart(' ');
        return word;
    }

    private static byte[] Structured(Random random) =>
        Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, random.Next(14)).Select(_ => Pieces[random.Next(Pieces.Length)])));

    private static byte[] Raw(Random random)
    {
        var bytes = new byte[random.Next(60)];
        random.NextBytes(bytes);
        return bytes;
    }

    private static string Text(ReadOnlySpan<byte> bytes) => Encoding.Latin1.GetString(bytes);

    private static int Setting(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            ? value
            : otherwise;
}
