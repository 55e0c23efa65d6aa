using System.Buffers;
using System.Buffers.Text;
using System.Diagnostics;
using System.Text;

namespace ChatServer.Protocol;

/// <summary>Writes one message at a time, straight into a buffer.</summary>
/// <remarks>
/// <code>["@" tag *(";" tag) SP] [":" source SP] verb *(SP param) [SP ":" trailing] CR LF</code>
/// <para>Call the methods in that order, then <see cref="End"/>; the same writer may then write the next message. Before <see cref="End"/>
/// the buffer may not show what was written.</para>
/// <para>No argument can break the line: (1) CR, LF and NUL become <c>?</c>; (2) a word that would be read as something else (empty, a
/// colon first, a space inside) becomes <c>*</c>; (3) trailing text that does not fit the line is cut between code points. Other parameters
/// are never cut, since half a name is another name: limit their lengths where they enter.</para>
/// <para>A mutable struct: pass it by <c>ref</c>. Source: Modern, Message Format; IRCv3 message-tags.</para>
/// </remarks>
public ref partial struct MessageWriter
{
    /// <summary>Maximum length of a line without its tags, with CR LF, in bytes. Source: RFC 1459 section 2.3.</summary>
    public const int DefaultLineBytes = 512;

    private const int Block = 256;
    private static readonly SearchValues<byte> IllegalBytes = SearchValues.Create("\0\r\n"u8);
    private static readonly SearchValues<byte> IllegalInTags = SearchValues.Create("\0\r\n ;"u8);

    private readonly IBufferWriter<byte> _output;
    private readonly int _bodyLimit;
    private Span<byte> _block;
    private int _used;
    private int _bodyBytes;
    private Part _part;

    /// <summary>A writer to <paramref name="output"/>.</summary>
    /// <param name="output">Where the lines go, one after the other.</param>
    /// <param name="lineBytes">Maximum length of a line without its tags, with CR LF, in bytes.</param>
    public MessageWriter(IBufferWriter<byte> output, int lineBytes = DefaultLineBytes)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentOutOfRangeException.ThrowIfLessThan(lineBytes, 2);
        _output = output;
        _bodyLimit = lineBytes - 2;
    }

    private enum Part
    {
        Start,
        Tags,
        Source,
        Parameters,
        Trailing,
    }

    /// <summary>How many bytes still fit the line before CR LF. The space and the colon before a parameter count too.</summary>
    public readonly int Room => Math.Max(0, _bodyLimit - _bodyBytes);

    /// <summary>A tag without a value.</summary>
    public void Tag(scoped ReadOnlySpan<byte> key)
    {
        Debug.Assert(_part is Part.Start or Part.Tags, "Tags come first.");
        AppendRaw(_part == Part.Start ? "@"u8 : ";"u8);
        _part = Part.Tags;
        AppendSafe(key.IsEmpty || key.ContainsAny((byte)'=', (byte)';', (byte)' ') ? "*"u8 : key);
    }

    /// <summary>A tag and its value, which is escaped here. An empty value is omitted.</summary>
    public void Tag(scoped ReadOnlySpan<byte> key, scoped ReadOnlySpan<byte> value)
    {
        Tag(key);
        if (value.IsEmpty)
            return;

        AppendRaw("="u8);
        var escaped = Reserve(TagValue.MaxEscapedLength(value.Length));
        var length = TagValue.Escape(value, escaped);
        Sanitize(escaped[..length]);
        _used += length;
    }

    /// <inheritdoc cref="Tag(ReadOnlySpan{byte}, ReadOnlySpan{byte})"/>
    public void Tag(scoped ReadOnlySpan<byte> key, string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        Span<byte> bytes = value.Length <= Block ? stackalloc byte[Block * 3] : new byte[Encoding.UTF8.GetMaxByteCount(value.Length)];
        Tag(key, bytes[..Encoding.UTF8.GetBytes(value, bytes)]);
    }

    /// <summary>A tag whose value is already escaped, as relayed from one client to others.</summary>
    public void RawTag(scoped ReadOnlySpan<byte> key, scoped ReadOnlySpan<byte> rawValue)
    {
        Tag(key);
        if (rawValue.IsEmpty)
            return;

        AppendRaw("="u8);
        AppendReplacing(rawValue, IllegalInTags);
    }

    /// <summary>The source, without its colon. An empty one is omitted.</summary>
    public void Source(scoped ReadOnlySpan<byte> source)
    {
        BeginSource();
        if (source.IsEmpty)
            return;

        BodyRaw(":"u8);
        BodyWord(source);
        BodyRaw(" "u8);
    }

    /// <inheritdoc cref="Source(ReadOnlySpan{byte})"/>
    public void Source(string source)
    {
        ArgumentNullException.ThrowIfNull(source);
        BeginSource();
        if (source.Length == 0)
            return;

        BodyRaw(":"u8);
        BodyWord(source);
        BodyRaw(" "u8);
    }

    /// <summary>The verb.</summary>
    public void Verb(scoped ReadOnlySpan<byte> verb)
    {
        BeginVerb();
        BodyWord(verb);
    }

    /// <inheritdoc cref="Verb(ReadOnlySpan{byte})"/>
    public void Verb(string verb)
    {
        ArgumentNullException.ThrowIfNull(verb);
        BeginVerb();
        BodyWord(verb);
    }

    /// <summary>A reply code in place of the verb: three digits.</summary>
    /// <param name="code">1 to 999.</param>
    public void Numeric(int code)
    {
        Debug.Assert(code is > 0 and < 1000, "A numeric has three digits.");
        BeginVerb();
        BodyRaw([(byte)('0' + (code / 100 % 10)), (byte)('0' + (code / 10 % 10)), (byte)('0' + (code % 10))]);
    }

    /// <summary>A reply's code in place of the verb.</summary>
    public void Numeric(Numeric numeric) => Numeric(numeric.Code);

    /// <summary>A parameter that is one word; <c>*</c> if the value is not one.</summary>
    public void Param(scoped ReadOnlySpan<byte> value)
    {
        BeginParameter();
        BodyWord(value);
    }

    /// <inheritdoc cref="Param(ReadOnlySpan{byte})"/>
    public void Param(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        BeginParameter();
        BodyWord(value);
    }

    /// <inheritdoc cref="Param(ReadOnlySpan{byte})"/>
    public void Param(WireText value) => Param(value.Span);

    /// <summary>A number in decimal.</summary>
    public void Param(long value)
    {
        Span<byte> digits = stackalloc byte[20];
        Utf8Formatter.TryFormat(value, digits, out var length);
        BeginParameter();
        BodyRaw(digits[..length]);
    }

    /// <summary>The last parameter, which may be any text; cut to the remaining room.</summary>
    public void Trailing(scoped ReadOnlySpan<byte> text)
    {
        BeginTrailing();
        Append(text);
    }

    /// <inheritdoc cref="Trailing(ReadOnlySpan{byte})"/>
    public void Trailing(string text)
    {
        BeginTrailing();
        Append(text);
    }

    /// <inheritdoc cref="Trailing(ReadOnlySpan{byte})"/>
    public void Trailing(WireText text) => Trailing(text.Span);

    /// <summary>Opens the last parameter, for lists that are built with <see cref="Append(ReadOnlySpan{byte})"/>.</summary>
    public void BeginTrailing()
    {
        Debug.Assert(_part == Part.Parameters, "Trailing comes after the verb, once.");
        _part = Part.Trailing;
        if (Room >= 2)
            BodyRaw(" :"u8);
    }

    /// <summary>Appends to the last parameter; cut to the remaining room.</summary>
    public void Append(scoped ReadOnlySpan<byte> text)
    {
        Debug.Assert(_part == Part.Trailing, "Only the last parameter grows.");
        var kept = Utf8Text.Cut(text, Room);
        _bodyBytes += kept.Length;
        AppendSafe(kept);
    }

    /// <inheritdoc cref="Append(ReadOnlySpan{byte})"/>
    public void Append(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        Debug.Assert(_part == Part.Trailing, "Only the last parameter grows.");

        // A character takes at least one byte, so no more characters than the remaining bytes need encoding.
        var room = Room;
        var candidate = text.Length <= room ? text : text.AsSpan(0, room);
        var destination = Reserve(Encoding.UTF8.GetMaxByteCount(candidate.Length));
        var length = Utf8Text.Cut(destination[..Encoding.UTF8.GetBytes(candidate, destination)], room).Length;
        Sanitize(destination[..length]);
        _used += length;
        _bodyBytes += length;
    }

    /// <summary>Ends the line with CR LF and hands it to the buffer.</summary>
    public void End()
    {
        Debug.Assert(_part is Part.Parameters or Part.Trailing, "A message has a verb.");
        AppendRaw("\r\n"u8);
        _output.Advance(_used);
        _block = default;
        _used = 0;
        _bodyBytes = 0;
        _part = Part.Start;
    }
}
