using System.Buffers;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace ChatServer.Protocol;

/// <summary>A message that owns a copy of all its parts: for clients, tools and tests.</summary>
/// <remarks>Server code on the hot path uses <see cref="MessageView"/> and <see cref="MessageWriter"/> instead. Bytes that are not
/// UTF-8 are read as U+FFFD. Immutable; any thread. Source: Modern, Message Format.</remarks>
public sealed class IrcMessage
{
    /// <summary>A message from its parts.</summary>
    /// <param name="verb">Verb or three digits.</param>
    /// <param name="parameters">The parameters in order.</param>
    public IrcMessage(string verb, params IEnumerable<string> parameters)
    {
        ArgumentException.ThrowIfNullOrEmpty(verb);
        ArgumentNullException.ThrowIfNull(parameters);
        Verb = verb;
        Params = [.. parameters];
    }

    /// <summary>Tags by key, with unescaped values; the empty string is a tag without a value.</summary>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>The source without its colon, or null.</summary>
    public string? Source { get; init; }

    /// <summary>Verb as written, or three digits.</summary>
    public string Verb { get; }

    /// <summary>The parameters, including the trailing one.</summary>
    public ImmutableArray<string> Params { get; }

    /// <summary>Parses a line.</summary>
    /// <exception cref="FormatException">It is not a message; see <see cref="MessageError"/>.</exception>
    public static IrcMessage Parse(string line)
    {
        ArgumentNullException.ThrowIfNull(line);
        return TryParse(Encoding.UTF8.GetBytes(line), out var message, out var error)
            ? message
            : throw new FormatException($"Not a message: {error}.");
    }

    /// <summary>Parses a line without its end.</summary>
    /// <returns>False if it is not a message.</returns>
    public static bool TryParse(ReadOnlySpan<byte> line, [NotNullWhen(true)] out IrcMessage? message, out MessageError error)
    {
        message = MessageParser.TryParse(line, out var view, out error) ? CopyOf(view) : null;
        return message is not null;
    }

    /// <summary>Copies a message that was parsed in place.</summary>
    public static IrcMessage CopyOf(MessageView view)
    {
        var tags = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var tag in view.Tags)
            tags[Encoding.UTF8.GetString(tag.Key)] = TagValue.Unescape(tag.RawValue);

        var parameters = new string[view.Count];
        for (var i = 0; i < parameters.Length; i++)
            parameters[i] = view.Text(i);

        return new IrcMessage(Encoding.UTF8.GetString(view.Verb), parameters)
        {
            Tags = tags,
            Source = view.Source.IsEmpty ? null : Encoding.UTF8.GetString(view.Source),
        };
    }

    /// <summary>Writes the message as a line with CR LF, under the rules of <see cref="MessageWriter"/>.</summary>
    /// <param name="output">Where the line goes.</param>
    /// <param name="lineBytes">Maximum length of the line without its tags, with CR LF, in bytes; unlimited by default.</param>
    public void Write(IBufferWriter<byte> output, int lineBytes = int.MaxValue)
    {
        var writer = new MessageWriter(output, lineBytes);
        foreach (var (key, value) in Tags)
            writer.Tag(Encoding.UTF8.GetBytes(key), value);
        if (Source is not null)
            writer.Source(Source);
        writer.Verb(Verb);

        for (var i = 0; i < Params.Length; i++)
        {
            if (i == Params.Length - 1 && NeedsColon(Params[i]))
                writer.Trailing(Params[i]);
            else
                writer.Param(Params[i]);
        }

        writer.End();
    }

    /// <summary>The line without its end.</summary>
    public override string ToString()
    {
        var buffer = new WireBuffer();
        Write(buffer);
        return Encoding.UTF8.GetString(buffer.WrittenSpan[..^2]);
    }

    private static bool NeedsColon(string parameter) =>
        parameter.Length == 0 || parameter[0] == ':' || parameter.Contains(' ', StringComparison.Ordinal);
}
