using System.Globalization;
using System.Text;
using ChatServer.Engine.Connections;
using ChatServer.Engine.Deliveries;
using ChatServer.Protocol;

namespace ChatServer.Engine.Replies;

/// <content>From replies to bytes.</content>
internal sealed partial class ReplyWriter
{
    // PING and ERROR speak of the link itself and have no source, as on every server since RFC 1459.
    private void Plain(LineBody<Session> write)
    {
        var buffer = LineBuffer ??= new WireBuffer();
        buffer.Clear();
        var line = new MessageWriter(buffer);
        write(ref line, session);
        line.End();
        Respond(buffer.WrittenSpan);
    }

    private string NextBatch() => (++_lastBatch).ToString(CultureInfo.InvariantCulture);

    private void Render<TState>(WireBuffer buffer, TState state, LineBody<TState> write)
        where TState : allows ref struct
    {
        buffer.Clear();
        var line = new MessageWriter(buffer);
        if (session.Dialect.HasFlag(Dialect.ServerTime)) EventTags.WriteTime(ref line, session.Engine.Now);
        line.Source(session.Engine.Settings.Server.Name);
        write(ref line, state);
        line.End();
    }

    private Body Customary(Numeric numeric, ReadOnlySpan<string> parameters) =>
        new(session.Addressee, numeric, parameters, numeric.Text.Length == 0 ? null : numeric.Text, null);

    private static void Begin(ref MessageWriter line, string addressee, Numeric numeric, ReadOnlySpan<string> parameters)
    {
        line.Numeric(numeric);
        line.Param(addressee);
        foreach (var parameter in parameters) WriteFitting(ref line, parameter, numeric.Text.Length + " :".Length);
    }

    // A parameter may repeat what the client wrote, and that may be as long as a line itself.
    private static void WriteFitting(ref MessageWriter line, string parameter, int reserved)
    {
        var most = Math.Max(1, line.Room - reserved - " ".Length);
        if (Encoding.UTF8.GetByteCount(parameter) <= most)
            line.Param(parameter);
        else
            line.Param(Utf8Text.Cut(Encoding.UTF8.GetBytes(parameter), most));
    }

    private readonly ref struct Body(string addressee, Numeric numeric, ReadOnlySpan<string> parameters, string? text, WireText? bytes)
    {
        private readonly ReadOnlySpan<string> _parameters = parameters;

        public void WriteTo(ref MessageWriter line)
        {
            Begin(ref line, addressee, numeric, _parameters);
            if (text is not null)
                line.Trailing(text);
            else if (bytes is { } data)
                line.Trailing(data);
        }
    }
}
