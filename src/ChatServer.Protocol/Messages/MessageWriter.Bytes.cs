using System.Buffers;
using System.Diagnostics;
using System.Text;

namespace ChatServer.Protocol;

/// <content>From parts of a line to bytes in the buffer.</content>
public ref partial struct MessageWriter
{
    private void EndTags()
    {
        if (_part == Part.Tags)
            AppendRaw(" "u8);
    }

    private void BeginSource()
    {
        Debug.Assert(_part is Part.Start or Part.Tags, "The source comes after the tags and before the verb.");
        EndTags();
        _part = Part.Source;
    }

    private void BeginVerb()
    {
        Debug.Assert(_part is Part.Start or Part.Tags or Part.Source, "One verb, before the parameters.");
        EndTags();
        _part = Part.Parameters;
    }

    private void BeginParameter()
    {
        Debug.Assert(_part == Part.Parameters, "Parameters come after the verb and before trailing text.");
        BodyRaw(" "u8);
    }

    private void BodyWord(scoped ReadOnlySpan<byte> word)
    {
        if (word.IsEmpty || word[0] == ':' || word.Contains((byte)' '))
            word = "*"u8;
        _bodyBytes += word.Length;
        AppendSafe(word);
    }

    private void BodyWord(string word)
    {
        if (word.Length == 0 || word[0] == ':' || word.Contains(' ', StringComparison.Ordinal))
            word = "*";
        var destination = Reserve(Encoding.UTF8.GetMaxByteCount(word.Length));
        var length = Encoding.UTF8.GetBytes(word, destination);
        Sanitize(destination[..length]);
        _used += length;
        _bodyBytes += length;
    }

    private void BodyRaw(scoped ReadOnlySpan<byte> bytes)
    {
        _bodyBytes += bytes.Length;
        AppendRaw(bytes);
    }

    private void AppendSafe(scoped ReadOnlySpan<byte> bytes) => AppendReplacing(bytes, IllegalBytes);

    private void AppendReplacing(scoped ReadOnlySpan<byte> bytes, SearchValues<byte> illegal)
    {
        var destination = Reserve(bytes.Length)[..bytes.Length];
        bytes.CopyTo(destination);
        destination.ReplaceAny(illegal, (byte)'?');
        _used += bytes.Length;
    }

    private void AppendRaw(scoped ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(Reserve(bytes.Length));
        _used += bytes.Length;
    }

    private static void Sanitize(Span<byte> bytes) => bytes.ReplaceAny(IllegalBytes, (byte)'?');

    // Asks the buffer for one block at a time: asking for every piece would cost more than writing it.
    private Span<byte> Reserve(int bytes)
    {
        if (_block.Length - _used < bytes)
        {
            if (_used > 0)
                _output.Advance(_used);
            _used = 0;
            _block = _output.GetSpan(Math.Max(bytes, Block));
        }

        return _block[_used..];
    }
}
