using System.Buffers;
using System.IO.Pipelines;
using System.Threading.Channels;
using ChatServer.Protocol;

namespace ChatClient.Connection;

/// <summary>Messages as lines over a stream: a socket, with TLS or without.</summary>
internal sealed class StreamConnection : IrcConnection
{
    // Servers may send longer lines than clients: 8191 bytes of tags, plus the LINELEN they announce.
    private static readonly LineLimits Limits = new(LineBytes: 16 * 1024, TagBytes: 8 * 1024 + 2, UnterminatedBytes: 32 * 1024);
    private const int MostBytesOfWrite = 16 * 1024;

    private readonly Stream _stream;
    private readonly WireBuffer _buffer = new();

    /// <summary>A connection over an open stream, which it now owns.</summary>
    public StreamConnection(Stream stream, string? security)
    {
        _stream = stream;
        Security = security;
        StartWriting();
    }

    /// <inheritdoc/>
    public override async IAsyncEnumerable<IrcMessage> ReadAllAsync()
    {
        var reader = PipeReader.Create(_stream, new StreamPipeReaderOptions(bufferSize: 8 * 1024, leaveOpen: true));
        var scratch = new byte[Limits.ScratchBytes];
        var messages = new List<IrcMessage>();
        while (true)
        {
            var result = await reader.ReadAsync(Closing);
            var rest = Parse(result.Buffer, scratch, messages);
            reader.AdvanceTo(rest.Start, rest.End);

            foreach (var message in messages)
                yield return message;
            messages.Clear();
            if (result.IsCompleted)
                yield break;
        }
    }

    /// <inheritdoc/>
    protected override async Task WriteAsync(ChannelReader<IrcMessage> messages)
    {
        while (_buffer.WrittenCount < MostBytesOfWrite && messages.TryRead(out var message))
            message.Write(_buffer);
        await _stream.WriteAsync(_buffer.WrittenMemory, Closing);
        _buffer.Clear();
    }

    /// <inheritdoc/>
    protected override ValueTask CloseAsync() => _stream.DisposeAsync();

    private static ReadOnlySequence<byte> Parse(ReadOnlySequence<byte> input, byte[] scratch, List<IrcMessage> messages)
    {
        while (true)
        {
            switch (LineReader.Read(ref input, Limits, scratch, out var line))
            {
                case LineVerdict.NeedMore:
                    return input;
                case LineVerdict.Line or LineVerdict.BodyTooLong when IrcMessage.TryParse(line, out var message, out _):
                    messages.Add(message);
                    break;
                case LineVerdict.Unterminated:
                    throw new IOException("the server sent a line without an end");
            }
        }
    }
}
