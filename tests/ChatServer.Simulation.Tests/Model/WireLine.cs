using System.Text;

namespace ChatServer.SimulationTests.Model;

/// <summary>A line as the grammar of the specification reads it. Written anew here, so that the server's own parser is not its own
/// judge.</summary>
/// <remarks>Source: RFC 1459 section 2.3.1; IRCv3 message-tags.</remarks>
internal sealed class WireLine
{
    private const int MostBytes = 510;
    private const int MostTagBytes = 8191;
    private const int MostParameters = 15;
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly string[] WithoutSource = ["PING", "ERROR"];

    private WireLine(string text, IReadOnlyDictionary<string, string> tags, string source, string verb, IReadOnlyList<string> parameters)
    {
        Text = text;
        Tags = tags;
        Source = source;
        Verb = verb;
        Parameters = parameters;
        var user = source.IndexOf('!', StringComparison.Ordinal);
        var host = source.IndexOf('@', StringComparison.Ordinal);
        Nick = user < 0 ? source : source[..user];
        User = user < 0 || host < user ? "" : source[(user + 1)..host];
        Host = host < 0 ? "" : source[(host + 1)..];
    }

    public string Text { get; }

    public IReadOnlyDictionary<string, string> Tags { get; }

    public string Source { get; }

    /// <summary>Of the source: who it is now.</summary>
    public string Nick { get; }

    /// <summary>Of the source: which client it is, whatever its nick.</summary>
    public string User { get; }

    public string Host { get; }

    public string Verb { get; }

    public IReadOnlyList<string> Parameters { get; }

    public bool IsNumeric => char.IsAsciiDigit(Verb[0]);

    public string this[int index] => index < Parameters.Count ? Parameters[index] : "";

    /// <summary>Reads a line that the server has sent, without its CR LF.</summary>
    /// <exception cref="BrokenPromiseException">The grammar forbids it.</exception>
    public static WireLine Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IndexOfAny((byte)0, (byte)'\r', (byte)'\n') >= 0) throw Forbidden(bytes, "a byte that no line may hold");
        string text;
        try
        {
            text = Strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            throw Forbidden(bytes, "it is not UTF-8");
        }

        IReadOnlyDictionary<string, string> tags = NoTags;
        var rest = text;
        var body = bytes.Length;
        if (rest.StartsWith('@'))
        {
            var end = rest.IndexOf(' ', StringComparison.Ordinal);
            if (end < 2) throw Forbidden(bytes, "tags without an end, or none after the @");
            var tagBytes = Encoding.UTF8.GetByteCount(rest.AsSpan(0, end)) + 1;
            if (tagBytes > MostTagBytes) throw Forbidden(bytes, $"{tagBytes} bytes of tags");
            tags = ReadTags(rest[1..end]);
            rest = rest[(end + 1)..];
            body -= tagBytes;
        }

        if (body > MostBytes) throw Forbidden(bytes, $"{body} bytes and CR LF");
        var source = "";
        if (rest.StartsWith(':'))
        {
            var end = rest.IndexOf(' ', StringComparison.Ordinal);
            if (end < 2) throw Forbidden(bytes, "no source, or nothing after it");
            source = rest[1..end];
            rest = rest[(end + 1)..];
        }

        var parameters = new List<string>();
        var verb = Word(ref rest);
        while (rest.Length > 0)
        {
            if (rest[0] == ':')
            {
                parameters.Add(rest[1..]);
                break;
            }

            var parameter = Word(ref rest);
            if (parameter.Length == 0) throw Forbidden(bytes, "an empty parameter in the middle");
            parameters.Add(parameter);
        }

        if (!IsVerb(verb)) throw Forbidden(bytes, "its verb is neither letters nor three digits");
        if (parameters.Count > MostParameters) throw Forbidden(bytes, $"{parameters.Count} parameters");
        if (source.Length == 0 && !WithoutSource.Contains(verb)) throw Forbidden(bytes, "no source");
        return new WireLine(text, tags, source, verb, parameters);
    }

    public override string ToString() => Text;

    private static readonly Dictionary<string, string> NoTags = [];

    private static string Word(ref string rest)
    {
        var end = rest.IndexOf(' ', StringComparison.Ordinal);
        var word = end < 0 ? rest : rest[..end];
        rest = end < 0 ? "" : rest[(end + 1)..];
        return word;
    }

    private static Dictionary<string, string> ReadTags(string section)
    {
        var tags = new Dictionary<string, string>();
        foreach (var tag in section.Split(';'))
        {
            var equals = tag.IndexOf('=', StringComparison.Ordinal);
            tags[equals < 0 ? tag : tag[..equals]] = equals < 0 ? "" : tag[(equals + 1)..];
        }

        return tags;
    }

    private static bool IsVerb(string verb) =>
        verb.Length > 0 && (verb.All(char.IsAsciiLetter) || (verb.Length == 3 && verb.All(char.IsAsciiDigit)));

    private static BrokenPromiseException Forbidden(ReadOnlySpan<byte> line, string why) =>
        new(Promise.WellFormedLines, $"{why}: {Encoding.Latin1.GetString(line)}");
}
