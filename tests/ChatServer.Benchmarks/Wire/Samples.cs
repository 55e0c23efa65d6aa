using System.Buffers;

namespace ChatServer.Benchmarks.Wire;

/// <summary>What the wire benchmarks work on: a line as clients send most, 64 bytes of text to a room.</summary>
internal static class Samples
{
    /// <summary>The text of a message.</summary>
    public static readonly byte[] Text = "It was a bright cold day in April, and the clocks were striking."u8.ToArray();

    /// <summary>A message as its sender writes it.</summary>
    public static readonly byte[] Sent = [.. "PRIVMSG #lobby :"u8, .. Text, .. "\r\n"u8];

    /// <summary>The same, as an answer to another message, with a label.</summary>
    public static readonly byte[] SentWithTags = [.. "@label=42;+draft/reply=hcVqNgi0DrWMVYVn;+typing=done "u8, .. Sent];

    /// <summary>Whether a line begins with tags.</summary>
    public static bool HasTags(ReadOnlySpan<byte> line) => line[0] == (byte)'@';

    /// <summary>Bytes as a transport gives them that has received them in two pieces.</summary>
    public static ReadOnlySequence<byte> InTwoSegments(byte[] bytes)
    {
        var first = new Segment(bytes.AsMemory(0, bytes.Length / 2));
        var second = first.Append(bytes.AsMemory(bytes.Length / 2));
        return new ReadOnlySequence<byte>(first, 0, second, second.Memory.Length);
    }

    private sealed class Segment : ReadOnlySequenceSegment<byte>
    {
        public Segment(ReadOnlyMemory<byte> memory) => Memory = memory;

        public Segment Append(ReadOnlyMemory<byte> memory)
        {
            var next = new Segment(memory) { RunningIndex = RunningIndex + Memory.Length };
            Next = next;
            return next;
        }
    }
}
