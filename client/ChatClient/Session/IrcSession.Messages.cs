using System.Globalization;
using System.Text;
using ChatServer.Protocol;

namespace ChatClient.Session;

public sealed partial class IrcSession
{
    private const char CtcpMark = '\u0001';

    // Longest user name with its ~ and host that servers in use show; for when ours are not known yet.
    private const int LongestUserAndHost = 11 + 64;

    // However long names get, a piece of text this long is sent; a server may cut or refuse it.
    private const int LeastText = 64;

    private readonly Dictionary<string, IrcMessage> _labelled = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string?> _batchLabels = new(StringComparer.Ordinal);
    private long _lastLabel;

    /// <summary>Queues something to say. Text that is too long for one line goes in several.</summary>
    /// <param name="target">A room or a nick.</param>
    /// <param name="text">What; nothing is sent for the empty string.</param>
    /// <param name="kind">How; not <see cref="MessageKind.Ctcp"/>.</param>
    public SessionStep Say(string target, string text, MessageKind kind = MessageKind.Message)
    {
        ArgumentException.ThrowIfNullOrEmpty(target);
        ArgumentNullException.ThrowIfNull(text);
        ArgumentOutOfRangeException.ThrowIfEqual((int)kind, (int)MessageKind.Ctcp);

        var verb = kind == MessageKind.Notice ? "NOTICE" : "PRIVMSG";
        var framing = kind == MessageKind.Action ? $"{CtcpMark}ACTION {CtcpMark}".Length : 0;
        foreach (var piece in TextSplitter.Split(text, RoomForText(verb, target) - framing))
            _queue.Add(new IrcMessage(verb, target, kind == MessageKind.Action ? $"{CtcpMark}ACTION {piece}{CtcpMark}" : piece));
        return TakeStep();
    }

    // What is left of a line when the server relays it: ":nick!user@host VERB target :text" CR LF.
    private int RoomForText(string verb, string target)
    {
        var userAndHost = _self.Host.Length > 0 ? Bytes(_self.User) + Bytes(_self.Host) : LongestUserAndHost;
        var source = Bytes(Nick) + "!@".Length + userAndHost;
        var framing = ":   :\r\n".Length + source + verb.Length + Bytes(target);
        return Math.Max(LeastText, Features.LineBytes - framing);
    }

    private static int Bytes(string text) => Encoding.UTF8.GetByteCount(text);

    private void Release(IrcMessage line)
    {
        var isChat = line.Verb is "PRIVMSG" or "NOTICE";
        if (isChat && _enabled.Contains("labeled-response"))
        {
            var label = (++_lastLabel).ToString(CultureInfo.InvariantCulture);
            _labelled[label] = line;
            line = new IrcMessage(line.Verb, line.Params) { Tags = new Dictionary<string, string> { ["label"] = label } };
        }

        if (line.Verb == "JOIN")
            _joining.UnionWith(Parameter(line, 0).Split(','));
        _toSend.Add(line);
        if (isChat && !_enabled.Contains("echo-message"))
            RaiseSaid(line, _time.GetUtcNow(), _self, line.Verb == "NOTICE" ? MessageKind.Notice : MessageKind.Message);
    }

    private void OnSaid(IrcMessage message, MessageKind kind) => RaiseSaid(message, TimeOf(message), SourceOf(message), kind);

    private void RaiseSaid(IrcMessage message, DateTimeOffset time, UserSource from, MessageKind kind)
    {
        var target = Parameter(message, 0);
        var isOwn = IsSelf(from.Nick);
        var text = Parameter(message, 1);
        if (text.StartsWith(CtcpMark))
            (kind, text) = ReadCtcp(kind, text.Trim(CtcpMark));
        Raise(new Said(time, ConversationOf(target, from.Nick, isOwn), from, kind, text, isOwn));
    }

    // A status message (@#room: to the operators of the room) belongs to its room.
    private string ConversationOf(string target, string from, bool isOwn)
    {
        var room = target.TrimStart([.. Features.RankPrefixes]);
        if (Features.IsRoom(room))
            return Rooms.TryGetValue(room, out var known) ? known.Name : room;
        return isOwn ? target : from;
    }

    // A CTCP answer is a NOTICE, and stays one.
    private static (MessageKind Kind, string Text) ReadCtcp(MessageKind kind, string request) =>
        kind == MessageKind.Notice ? (kind, request)
        : request.StartsWith("ACTION ", StringComparison.OrdinalIgnoreCase) ? (MessageKind.Action, request["ACTION ".Length..])
        : (MessageKind.Ctcp, request);

    // BATCH +reference type parameters... or BATCH -reference
    private void OnBatch(IrcMessage message)
    {
        if (Parameter(message, 0) is not [var sign, .. var reference])
            return;

        if (sign == '+')
        {
            _batchLabels[reference] = LabelOf(message);
        }
        else if (_batchLabels.Remove(reference, out var label) && label is not null)
        {
            _labelled.Remove(label);
        }
    }

    // The label of a message's own, or of the batch that it is in.
    private string? LabelOf(IrcMessage message)
    {
        if (message.Tags.TryGetValue("label", out var label))
            return label;
        return message.Tags.TryGetValue("batch", out var batch) ? _batchLabels.GetValueOrDefault(batch) : null;
    }

    private void ForgetAnswered(IrcMessage message, string? label)
    {
        var answersAlone = label is not null && message.Tags.ContainsKey("label") && message.Verb != "BATCH";
        if (answersAlone)
            _labelled.Remove(label!);
    }

    private string? UnsentText(string? label) =>
        label is not null && _labelled.TryGetValue(label, out var line) ? Parameter(line, 1).Trim(CtcpMark) : null;
}
