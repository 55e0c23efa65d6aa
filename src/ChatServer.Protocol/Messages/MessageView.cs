using System.Runtime.CompilerServices;
using System.Text;

namespace ChatServer.Protocol;

/// <summary>A message parsed in place: spans of the line it came in, so nothing is copied or allocated.</summary>
/// <remarks>Valid only while the line's bytes are; copy what outlives the command (<see cref="WireText.Copy"/>).</remarks>
public readonly ref struct MessageView
{
    /// <summary>How many parameters are found without a search; a sender may use no more. Source: RFC 2812 section 2.3.</summary>
    private const int Remembered = 15;

    private readonly ReadOnlySpan<byte> _line;
    private readonly Bounds _bounds;
    private readonly int _afterRemembered;

    internal MessageView(
        ReadOnlySpan<byte> line, ReadOnlySpan<byte> tags, ReadOnlySpan<byte> source, ReadOnlySpan<byte> verb, int afterVerb)
    {
        _line = line;
        Tags = new TagSection(tags);
        Source = source;
        Verb = verb;

        var position = afterVerb;
        while (MessageParser.TryTakeParameter(line, ref position, out var start))
        {
            if (Count < Remembered)
            {
                _bounds[Count] = (start, position);
                _afterRemembered = position;
            }

            Count++;
        }
    }

    /// <summary>The tags, still escaped.</summary>
    public TagSection Tags { get; }

    /// <summary>The source without its colon, or empty. A server ignores what a client writes here.</summary>
    public ReadOnlySpan<byte> Source { get; }

    /// <summary>The verb in the case it was written in; never empty.</summary>
    public ReadOnlySpan<byte> Verb { get; }

    /// <summary>Number of parameters, including the trailing one.</summary>
    public int Count { get; }

    /// <summary>A parameter; a trailing one is a parameter like the others.</summary>
    /// <param name="index">From 0. Empty beyond the last.</param>
    public ReadOnlySpan<byte> this[int index]
    {
        get
        {
            if ((uint)index >= (uint)Count)
                return default;
            if (index >= Remembered)
                return SearchFor(index);

            var (start, end) = _bounds[index];
            return _line[start..end];
        }
    }

    /// <summary>Whether the verb is this one, in any case.</summary>
    public bool IsVerb(ReadOnlySpan<byte> verb) => Ascii.EqualsIgnoreCase(Verb, verb);

    /// <summary>A parameter decoded as UTF-8, with U+FFFD for invalid bytes; empty beyond the last.</summary>
    public string Text(int index) => Encoding.UTF8.GetString(this[index]);

    /// <summary>The escaped value of a tag; the last one if there are several. Source: IRCv3 message-tags.</summary>
    /// <returns>False if there is no such tag.</returns>
    public bool TryGetTag(ReadOnlySpan<byte> key, out ReadOnlySpan<byte> rawValue) => Tags.TryGet(key, out rawValue);

    private ReadOnlySpan<byte> SearchFor(int index)
    {
        var position = _afterRemembered;
        var start = position;
        for (var i = Remembered; i <= index; i++)
            MessageParser.TryTakeParameter(_line, ref position, out start);
        return _line[start..position];
    }

    [InlineArray(Remembered)]
    private struct Bounds
    {
        private (int Start, int End) _first;
    }
}
