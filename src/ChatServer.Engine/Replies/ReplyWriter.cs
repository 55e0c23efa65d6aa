using System.Text;
using ChatServer.Engine.Connections;
using ChatServer.Engine.Deliveries;
using ChatServer.Protocol;

namespace ChatServer.Engine.Replies;

/// <summary>Writes what the server itself says to one client: numerics, and the few other lines that have the server as source.</summary>
/// <remarks>Not thread-safe: owned by one connection.</remarks>
internal sealed partial class ReplyWriter(Session session, Outbound outbound)
{
    [ThreadStatic]
    private static WireBuffer? LineBuffer;

    private LabelledResponse? _response;
    private LabelledResponse? _postponed;
    private long _lastBatch;

    /// <summary>Whether the running command has a label that its answer must carry.</summary>
    public bool IsLabelled => _response is not null;

    /// <summary>From here on, what is written answers a label.</summary>
    /// <param name="label">The label as it came, still escaped.</param>
    public void BeginResponse(ReadOnlySpan<byte> label) =>
        _response = new LabelledResponse(this, outbound, label.ToArray(), NextBatch());

    /// <summary>The command has finished; what is written from here on answers nothing.</summary>
    public void EndResponse()
    {
        _response?.End();
        _response = null;
        outbound.Release();
    }

    /// <summary>What the running command writes leaves in one piece when it has finished, though it asks others meanwhile. For commands
    /// that ask only who answers at once: what others say waits as well.</summary>
    public void GatherResponse() => outbound.Hold();

    /// <summary>Writes what there is of a labelled response, more of which follows.</summary>
    public void MakeWay() => _response?.MakeWay();

    /// <summary>The running command is the beginning of one that goes on later: its label is kept for the answer to all of it.</summary>
    public void PostponeResponse()
    {
        _postponed = _response;
        _response = null;
    }

    /// <summary>What is written from here on is the answer to a command that began earlier.</summary>
    public void ResumeResponse()
    {
        _response = _postponed ?? _response;
        _postponed = null;
    }

    /// <summary>Begins a batch, which is written when it ends.</summary>
    /// <param name="type">The type.</param>
    /// <param name="parameters">What the type says of the batch, single words.</param>
    public BatchWriter BeginBatch(string type, params ReadOnlySpan<string> parameters) =>
        new(this, session.Dialect, session.Dialect.HasFlag(Dialect.Batch) ? NextBatch() : null, type, parameters);

    /// <summary>Writes one line from the server: tags as negotiated, source, then what <paramref name="write"/> adds from the verb
    /// on.</summary>
    /// <typeparam name="TState">What the writing needs.</typeparam>
    public void Line<TState>(TState state, LineBody<TState> write)
        where TState : allows ref struct
    {
        var buffer = LineBuffer ??= new WireBuffer();
        Render(buffer, state, write);
        Respond(buffer.WrittenSpan);
    }

    /// <summary>A line from the server, not yet written.</summary>
    /// <param name="verb">The verb.</param>
    /// <param name="parameters">The parameters, single words.</param>
    public byte[] Render(string verb, params string[] parameters)
    {
        var buffer = new WireBuffer();
        Render(buffer, (verb, parameters), static (ref line, body) =>
        {
            line.Verb(body.verb);
            foreach (var parameter in body.parameters) line.Param(parameter);
        });
        return buffer.ToArray();
    }

    /// <summary>A numeric with its customary text, if it has one, not yet written.</summary>
    /// <param name="numeric">Which.</param>
    /// <param name="parameters">What stands between the client's nick and the text.</param>
    public byte[] Render(Numeric numeric, params ReadOnlySpan<string> parameters)
    {
        var buffer = new WireBuffer();
        Render(buffer, Customary(numeric, parameters), static (ref line, body) => body.WriteTo(ref line));
        return buffer.ToArray();
    }

    /// <summary>A numeric with its customary text, if it has one.</summary>
    /// <param name="numeric">Which.</param>
    /// <param name="parameters">What stands between the client's nick and the text.</param>
    public void Numeric(Numeric numeric, params ReadOnlySpan<string> parameters) =>
        Line(Customary(numeric, parameters), static (ref line, body) => body.WriteTo(ref line));

    /// <summary>A numeric whose last parameter is data.</summary>
    /// <param name="numeric">Which.</param>
    /// <param name="text">The last parameter; an empty one stands there all the same.</param>
    /// <param name="parameters">What stands between the client's nick and the last parameter.</param>
    public void NumericWith(Numeric numeric, string text, params ReadOnlySpan<string> parameters) =>
        Line(new Body(session.Addressee, numeric, parameters, text, null), static (ref line, body) => body.WriteTo(ref line));

    /// <inheritdoc cref="NumericWith(Numeric, string, ReadOnlySpan{string})"/>
    public void NumericWith(Numeric numeric, WireText text, params ReadOnlySpan<string> parameters) =>
        Line(new Body(session.Addressee, numeric, parameters, null, text), static (ref line, body) => body.WriteTo(ref line));

    /// <summary>A numeric whose last parameter is a list of words: as many lines as it takes, none for no words.</summary>
    /// <param name="numeric">Which.</param>
    /// <param name="words">The words.</param>
    /// <param name="separator">What stands between them, one character.</param>
    /// <param name="parameters">What stands between the client's nick and the list, on every line.</param>
    public void NumericList(Numeric numeric, IEnumerable<string> words, string separator = " ", params string[] parameters)
    {
        using var remaining = words.GetEnumerator();
        var more = remaining.MoveNext();
        while (more)
        {
            Line((session.Addressee, numeric, parameters, remaining), (ref line, list) =>
            {
                Begin(ref line, list.Addressee, list.numeric, list.parameters);
                line.BeginTrailing();
                for (var isFirst = true; more; isFirst = false)
                {
                    var word = list.remaining.Current;
                    if (!isFirst && Encoding.UTF8.GetByteCount(word) >= line.Room) return;
                    if (!isFirst) line.Append(separator);
                    line.Append(word);
                    more = list.remaining.MoveNext();
                }
            });
        }
    }

    /// <summary>A line whose verb is a word: <c>CAP</c>, <c>PONG</c>, <c>NOTICE</c>.</summary>
    /// <param name="verb">The verb.</param>
    /// <param name="text">The last parameter.</param>
    /// <param name="parameters">The parameters before it.</param>
    public void Command(string verb, string text, params string[] parameters) => Line((verb, text, parameters), static (ref line, body) =>
    {
        line.Verb(body.verb);
        foreach (var parameter in body.parameters) line.Param(parameter);
        line.Trailing(body.text);
    });

    /// <summary><c>FAIL</c>: a command could not be carried out. Source: IRCv3 standard-replies.</summary>
    /// <param name="command">The command.</param>
    /// <param name="code">What is wrong, such as <c>INVALID_TARGET</c>.</param>
    /// <param name="text">The same for people.</param>
    /// <param name="context">Parameters between code and text that say where.</param>
    public void Fail(string command, string code, string text, params ReadOnlySpan<string> context) =>
        Standard(StandardReply.Fail(command, code, text, [.. context]));

    /// <summary><c>FAIL</c>, <c>WARN</c> or <c>NOTE</c>. Source: IRCv3 standard-replies.</summary>
    /// <param name="reply">What to say.</param>
    public void Standard(StandardReply reply) => Line(reply, static (ref line, body) => body.WriteTo(ref line));

    /// <summary>An event that the running command has caused: part of its response.</summary>
    /// <param name="delivery">The event.</param>
    /// <param name="without">Capabilities that do not count for it.</param>
    public void Event(Delivery delivery, Dialect without = Dialect.None)
    {
        var dialect = session.Dialect & ~without;
        var lines = delivery.BytesFor(dialect);
        if (_response is null)
            outbound.WriteShared(lines);
        else
            _response.Add(lines, EventWriter.IsBatch(delivery.Event, dialect));
    }

    /// <summary>A numeric that came by itself: no part of any response.</summary>
    /// <param name="numeric">Which.</param>
    /// <param name="text">The last parameter.</param>
    public void Unasked(Numeric numeric, string text) => Unasked(replies => replies.NumericWith(numeric, text));

    /// <summary>Lines that came by themselves: no part of any response.</summary>
    /// <param name="write">Writes them.</param>
    public void Unasked(Action<ReplyWriter> write)
    {
        var response = _response;
        MakeWay();
        _response = null;
        write(this);
        _response = response;
    }

    /// <summary>An event that came by itself: no part of any response.</summary>
    /// <param name="delivery">The event.</param>
    public void ForeignEvent(Delivery delivery)
    {
        MakeWay();
        outbound.WriteShared(delivery.BytesFor(session.Dialect));
    }

    /// <summary>Events that came by themselves, in their order.</summary>
    /// <param name="series">The events.</param>
    public void ForeignEvents(DeliverySeries series)
    {
        MakeWay();
        outbound.WriteShared(series.BytesFor(session.Dialect));
    }

    /// <summary>Asks the client whether it is still there. Source: Modern, PING.</summary>
    public void Ping() => Plain(static (ref line, session) =>
    {
        line.Verb("PING"u8);
        line.Trailing(session.Engine.Settings.Server.Name);
    });

    /// <summary>The last line of a connection. Source: Modern, ERROR.</summary>
    /// <param name="reason">Why it closes.</param>
    public void Error(string reason) => Plain((ref line, session) =>
    {
        line.Verb("ERROR"u8);
        line.Trailing($"Closing Link: {session.Host} ({reason})");
    });

    /// <summary>Writes lines that are part of the running command's response.</summary>
    /// <param name="lines">One line or several, each with CR LF.</param>
    /// <param name="isBatch">Whether they are one batch, from its first line to its last.</param>
    public void Respond(ReadOnlySpan<byte> lines, bool isBatch = false)
    {
        if (_response is null)
            outbound.Write(lines);
        else
            _response.Add(lines, isBatch);
    }
}

/// <summary>Writes a line from its verb on.</summary>
/// <param name="line">Stands behind the source.</param>
/// <param name="state">What the writing needs.</param>
/// <typeparam name="TState">What the writing needs.</typeparam>
internal delegate void LineBody<TState>(ref MessageWriter line, TState state)
    where TState : allows ref struct;
