using System.Globalization;
using System.Text;
using ChatServer.Protocol;

namespace ChatClient.Session;

internal sealed partial class IrcSession
{
    private const char CtcpMark = '\u0001';

    // The longest user name (with its ~) and host name in common use, for as long as we do not know ours.
    private const int LongestUserAndHost = 11 + 64;

    // The least room for text in a line, however long the names are. If the line gets too long, the server may cut or refuse it.
    private const int LeastText = 64;

    private readonly Dictionary<string, Outgoing> _labelled = new(StringComparer.Ordinal);
    private long _lastLabel;
    private long _lastBatch;

    /// <summary>Queues a message. If the server supports it, text of several lines, or too long for one line, is sent as one message;
    /// otherwise line by line.</summary>
    /// <param name="target">A room or a nick.</param>
    /// <param name="text">The text; <c>\n</c> separates lines. Nothing is sent for blank text.</param>
    /// <param name="kind">The kind of message.</param>
    /// <param name="replyTo">Id of the message that it replies to, or null. Ignored unless <see cref="CanTag"/>.</param>
    public SessionStep Say(string target, string text, MessageKind kind = MessageKind.Message, string? replyTo = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(target);

        text = text.ReplaceLineEndings("\n").Trim('\n');
        if (kind is MessageKind.Message or MessageKind.Notice && TryWriteMultiline(target, text, kind, replyTo) is { } whole)
            Queue(whole);
        else
            SayLineByLine(target, text, kind, replyTo);
        _typing.OnSaid(target);
        return TakeStep();
    }

    private void SayLineByLine(string target, string text, MessageKind kind, string? replyTo)
    {
        var (open, close) = Framing(kind);
        var verb = VerbOf(kind);
        foreach (var line in text.Split('\n'))
        {
            foreach (var piece in TextSplitter.Split(line, RoomForText(verb, target) - open.Length - close.Length))
            {
                var message = new IrcMessage(verb, target, open + piece + close) { Tags = TagsFor(replyTo) };
                Queue(new Outgoing([message], new Speech(target, kind, piece, replyTo)));
                replyTo = null;
            }
        }
    }

    private Outgoing? TryWriteMultiline(string target, string text, MessageKind kind, string? replyTo)
    {
        if (!_enabled.Contains("draft/multiline") || _multiline is null || string.IsNullOrWhiteSpace(text))
            return null;

        var verb = VerbOf(kind);
        var reference = string.Create(CultureInfo.InvariantCulture, $"m{++_lastBatch}");
        if (_multiline.Write(verb, target, text, RoomForText(verb, target), reference) is not { } lines)
            return null;

        var opener = new IrcMessage(lines[0].Verb, lines[0].Params) { Tags = TagsFor(replyTo) };
        return new Outgoing(lines.SetItem(0, opener), new Speech(target, kind, text, replyTo));
    }

    private static string VerbOf(MessageKind kind) => kind == MessageKind.Notice ? "NOTICE" : "PRIVMSG";

    private static (string Open, string Close) Framing(MessageKind kind) =>
        kind switch
        {
            MessageKind.Action => ($"{CtcpMark}ACTION ", $"{CtcpMark}"),
            MessageKind.Ctcp => ($"{CtcpMark}", $"{CtcpMark}"),
            _ => (string.Empty, string.Empty),
        };

    // The bytes left for text when the server relays the line: ":nick!user@host VERB target :text" CR LF.
    private int RoomForText(string verb, string target)
    {
        var userAndHost = _self.Host.Length > 0 ? Bytes(_self.User) + Bytes(_self.Host) : LongestUserAndHost;
        var source = Bytes(Nick) + "!@".Length + userAndHost;
        var framing = ":   :\r\n".Length + source + verb.Length + Bytes(target);
        return Math.Max(LeastText, Features.LineBytes - framing);
    }

    private static int Bytes(string text) => Encoding.UTF8.GetByteCount(text);

    private void Queue(Outgoing lines)
    {
        if (Phase is SessionPhase.Offline or SessionPhase.Over)
            Raise(NotSent(lines, "not connected"));
        else
            _queue.Add(lines);
    }

    private void Release(Outgoing lines)
    {
        var label = _enabled.Contains("labeled-response") && lines.Speech is not null ? NextLabel() : null;
        for (var i = 0; i < lines.Lines.Length; i++)
            _toSend.Add(i == 0 && label is not null ? WithTag(lines.Lines[0], "label", label) : lines.Lines[i]);

        if (label is not null)
            _labelled[label] = lines;
        foreach (var line in lines.Lines)
            NoteSubmitted(line);
        if (lines.Speech is { } speech)
            ShowReleased(speech, label);
    }

    private void ShowReleased(Speech speech, string? label)
    {
        var now = _time.GetUtcNow();
        if (!_enabled.Contains("echo-message"))
            Raise(SaidOf(now, _self, speech.Target, speech.Kind, speech.Text) with { ReplyTo = speech.ReplyTo });
        else if (label is not null)
            Raise(new Pending(now, ConversationOf(speech.Target, Nick, isOwn: true), label, speech.Kind, speech.Text, speech.ReplyTo));
    }

    private string NextLabel() => (++_lastLabel).ToString(CultureInfo.InvariantCulture);

    private static IrcMessage WithTag(IrcMessage message, string key, string value) =>
        new(message.Verb, message.Params) { Tags = new Dictionary<string, string>(message.Tags) { [key] = value } };

    private Refused NotSent(Outgoing lines, string reason) =>
        new(_time.GetUtcNow(), lines.Speech?.Target ?? lines.Lines[0].Verb, reason, lines.Speech?.Text);

    private Refused WithUnsent(Refused refused, string? label) =>
        label is not null && _labelled.TryGetValue(label, out var lines) && lines.Speech is { } speech
            ? refused with { Unsent = speech.Text, Label = label }
            : refused;
}
