using System.Text;

namespace ChatServer.Protocol.Tests;

public class StandardReplyTests
{
    [Fact]
    public void A_reply_has_command_code_context_and_text()
    {
        Assert.Equal(
            "FAIL BOX BOXES_INVALID STACK CLOCKWISE :Given boxes are not supported\r\n",
            Written(StandardReply.Fail("BOX", "BOXES_INVALID", "Given boxes are not supported", "STACK", "CLOCKWISE")));
        Assert.Equal(
            "WARN REHASH CERTS_EXPIRED :Certificate has expired\r\n",
            Written(StandardReply.Warn("REHASH", "CERTS_EXPIRED", "Certificate has expired")));
        Assert.Equal(
            "NOTE * OPER_MESSAGE :Hello\r\n",
            Written(StandardReply.Note(StandardReply.NoCommand, "OPER_MESSAGE", "Hello")));
    }

    [Fact]
    public void Context_that_would_break_the_grammar_is_replaced() =>
        Assert.Equal(
            "FAIL MARKREAD INVALID_PARAMS * * :text\r\n",
            Written(StandardReply.Fail("MARKREAD", "INVALID_PARAMS", "text", "", "a b")));

    [Fact]
    public void A_reply_made_without_context_can_be_written() =>
        Assert.Equal("FAIL A B :c\r\n", Written(new StandardReply(StandardReplyKind.Fail, "A", "B", "c", default)));

    private static string Written(StandardReply reply)
    {
        var buffer = new WireBuffer();
        var writer = new MessageWriter(buffer);
        reply.WriteTo(ref writer);
        writer.End();
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
