using System.Text;
using FsCheck.Fluent;

namespace ChatServer.Protocol.Tests;

public class MessageProperties
{
    [Fact]
    public void A_message_that_is_written_reads_as_itself()
    {
        Property.Holds(WireGenerators.Message, message =>
        {
            var read = IrcMessage.Parse(message.ToString());

            Assert.Equal(message.Source, read.Source);
            Assert.Equal(message.Verb, read.Verb);
            Assert.Equal(message.Params.ToArray(), read.Params.ToArray());
            Assert.Equal(message.Tags, read.Tags);
        });
    }

    [Fact]
    public void Whatever_is_written_comes_out_as_one_line_with_its_parts_in_place()
    {
        var cases =
            from parts in WireGenerators.Bytes.ArrayOf(6)
            from words in WireGenerators.Bytes.Select(Encoding.Latin1.GetString).ArrayOf(3)
            select (parts, words);

        Property.Holds(cases, c =>
        {
            var buffer = new WireBuffer();
            var writer = new MessageWriter(buffer);
            writer.Tag(c.parts[0], c.parts[1]);
            writer.Tag(c.parts[0], c.words[0]);
            writer.RawTag(c.parts[0], c.parts[1]);
            writer.Source(c.parts[2]);
            writer.Verb(c.parts[3]);
            writer.Param(c.parts[4]);
            writer.Param(c.words[1]);
            writer.Trailing(c.parts[5]);
            writer.Append(c.words[2]);
            writer.End();

            var line = buffer.WrittenSpan;
            Assert.True(line.EndsWith("\r\n"u8));
            Assert.False(line[..^2].ContainsAny("\0\r\n"u8));
            Assert.True(MessageParser.TryParse(line[..^2], out var message, out _));
            if (c.parts[2].Length > 0)
                Assert.False(message.Source.IsEmpty);
            Assert.Equal(3, message.Count);
        });
    }

    [Fact]
    public void A_trailing_text_of_any_length_is_cut_to_the_line()
    {
        var cases =
            from text in WireGenerators.Text
            from times in Gen.Choose(1, 40)
            from limit in Gen.Choose(30, 512)
            select (Text: string.Concat(Enumerable.Repeat(text, times)), limit);

        Property.Holds(cases, c =>
        {
            var fromBytes = Line(c.limit, (ref writer) => writer.Trailing(c.Text.Utf8()));
            var fromString = Line(c.limit, (ref writer) => writer.Trailing(c.Text));
            var whole = Line(int.MaxValue, (ref writer) => writer.Trailing(c.Text));

            Assert.Equal(fromBytes, fromString);
            Assert.True(fromBytes.Length <= c.limit);
            Assert.True(Utf8Text.IsValid(fromBytes));
            Assert.True(whole.AsSpan(0, whole.Length - 2).StartsWith(fromBytes.AsSpan(0, fromBytes.Length - 2)));
            Assert.True(fromBytes.Length == whole.Length || fromBytes.Length > c.limit - 4);
        });
    }

    [Fact]
    public void No_bytes_make_a_reader_throw()
    {
        Property.Holds(WireGenerators.Bytes, bytes =>
        {
            ReadEverything(bytes);
            ReadEverything([.. "@"u8, .. bytes]);
            ReadEverything([.. "@a=b;"u8, .. bytes, .. " :s V "u8, .. bytes]);

            var text = Encoding.UTF8.GetString(bytes);
            SourceParser.Parse(text);
            HostName.IsValid(text);
            TagValue.Unescape(bytes);
            foreach (var mapping in new[] { CaseMapping.Ascii, CaseMapping.Rfc1459, CaseMapping.Rfc1459Strict })
            {
                Nickname.TryParse(bytes, mapping, 32, out _);
                RoomName.TryParse(bytes, mapping, 64, out _);
                UserMask.Parse(text, mapping).Matches(text);
                UserMask.Parse(text, mapping).Matches(text, text, text, System.Net.IPAddress.IPv6Loopback);
            }

            ModeParser.Parse(RoomModes.Table, text, text, text);
            ModeParser.Parse(UserModes.Table, text);
            for (var length = 0; length <= bytes.Length; length++)
                WireText.Copy(Utf8Text.Cut(bytes, length)).ToString();
        }, tests: 2_000);
    }

    private delegate void Write(ref MessageWriter writer);

    private static byte[] Line(int lineBytes, Write write)
    {
        var buffer = new WireBuffer();
        var writer = new MessageWriter(buffer, lineBytes);
        writer.Source("nick!user@host");
        writer.Verb("PRIVMSG"u8);
        write(ref writer);
        writer.End();
        return buffer.ToArray();
    }

    private static void ReadEverything(byte[] line)
    {
        if (!MessageParser.TryParse(line, out var message, out _))
            return;

        Assert.False(message.Verb.IsEmpty);
        for (var i = -1; i <= message.Count; i++)
            _ = message.Text(i);
        foreach (var tag in message.Tags)
        {
            Assert.False(tag.Key.IsEmpty);
            TagValue.Unescape(tag.RawValue);
        }

        IrcMessage.CopyOf(message).ToString();
    }
}
