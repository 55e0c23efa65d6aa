using System.Collections.Immutable;
using System.Globalization;
using ChatServer.Protocol;

namespace ChatClient.Session;

internal sealed partial class IrcSession
{
    private const int HistoryPage = 100;

    // The clocks of a network's servers differ a little; messages that therefore come twice are recognised by id.
    private static readonly TimeSpan ClockSkew = TimeSpan.FromSeconds(2);

    private readonly HistoryRequests _history;

    /// <summary>Whether the server can be asked for history.</summary>
    public bool HasHistory => _enabled.Contains("draft/chathistory") && _enabled.Contains("batch");

    /// <summary>Requests the newest messages of a conversation, for example one just opened. <see cref="HistoryReceived"/> or <see
    /// cref="HistoryRefused"/> answers. Does nothing unless <see cref="HasHistory"/>, or if that request is pending.</summary>
    /// <param name="conversation">A room or a nick.</param>
    /// <param name="limit">Maximum number of messages; the server may have a lower limit.</param>
    public SessionStep RequestLatest(string conversation, int limit = HistoryPage)
    {
        ArgumentException.ThrowIfNullOrEmpty(conversation);
        AskHistory(new HistoryRequest(conversation, HistorySpan.Latest, Clamp(limit), _time.GetUtcNow()), "LATEST", "*");
        return TakeStep();
    }

    /// <summary>Requests the messages before a given one, which is the oldest one shown.</summary>
    /// <param name="conversation">A room or a nick.</param>
    /// <param name="time">The message's time.</param>
    /// <param name="messageId">Its id, if it has one; it is more exact than the time.</param>
    /// <param name="limit">Maximum number of messages; the server may have a lower limit.</param>
    public SessionStep RequestBefore(string conversation, DateTimeOffset time, string? messageId = null, int limit = HistoryPage)
    {
        ArgumentException.ThrowIfNullOrEmpty(conversation);
        var reference = messageId is not null && Features.TakesMessageIds ? $"msgid={messageId}" : WireTime.Reference(time);
        AskHistory(new HistoryRequest(conversation, HistorySpan.Before, Clamp(limit), _time.GetUtcNow()), "BEFORE", reference);
        return TakeStep();
    }

    private int Clamp(int limit) => Features.HistoryLimit is > 0 and var most ? Math.Min(limit, most) : limit;

    private void AskHistory(HistoryRequest request, string subcommand, string reference)
    {
        if (!HasHistory || Phase is SessionPhase.Offline or SessionPhase.Over || _history.Has(request.Target, request.Span, request.Asked))
            return;

        _history.Add(request);
        Ask("CHATHISTORY", subcommand, request.Target, reference, request.Limit.ToString(CultureInfo.InvariantCulture));
    }

    // A gap is requested by time, not by id: a server that has restarted or lost the message does not know the id any more.
    private void FillGap(string conversation, HistoryGap gap) => FillGap(conversation, gap, WireTime.Reference(gap.From - ClockSkew));

    private void FillGap(string conversation, HistoryGap gap, string reference) =>
        AskHistory(new HistoryRequest(conversation, HistorySpan.After, Clamp(HistoryPage), _time.GetUtcNow(), gap), "AFTER", reference);

    private void OnHistory(Batch batch)
    {
        var target = batch.Parameter(0);
        var conversation = ConversationOf(target, string.Empty, isOwn: true);
        var request = _history.Take(target);
        var entries = batch.Messages.Select(message => Playback(message, conversation, request)).OfType<SessionEvent>().ToImmutableArray();
        var isEnd = batch.Messages.Count == 0 || batch.Opener.Tags.ContainsKey("draft/chathistory-end");

        var span = request?.Span ?? HistorySpan.Latest;
        var goesOn = request?.Gap is not null && !isEnd && (entries.Length > 0 || batch.Messages.Count >= request.Limit);
        Raise(new HistoryReceived(TimeOf(batch.Opener), conversation, span, entries, isEnd || (span == HistorySpan.After && !goesOn)));
        if (goesOn)
            FillGap(target, request!.Gap!, ReferenceTo(batch.Messages[^1]));
        else if (request?.Gap is not null)
            _missedSince.Remove(Fold(target));
    }

    private string ReferenceTo(IrcMessage message) =>
        Features.TakesMessageIds && Tag(message, "msgid") is { } id ? $"msgid={id}" : WireTime.Reference(TimeOf(message));

    // The event for a message from history; null if it was shown before or has no event. Nothing here changes the state of rooms.
    private SessionEvent? Playback(IrcMessage message, string conversation, HistoryRequest? request)
    {
        var time = TimeOf(message);
        var isSpoken = message.Verb is "PRIVMSG" or "NOTICE" or "TAGMSG" or "REDACT";
        if (isSpoken && !IsNew(conversation, Tag(message, "msgid"), request))
            return null;
        if (request?.Gap is { } gap && Tag(message, "msgid") is null && (time <= gap.From || time >= gap.To))
            return null;

        return Past(message, conversation, time);
    }

    // Older history is not recorded: it would push out the newest messages, and only those can arrive twice.
    private bool IsNew(string conversation, string? messageId, HistoryRequest? request) =>
        request is { Span: HistorySpan.Before }
            ? !_seen.Has(Fold(conversation), messageId)
            : _seen.Add(Fold(conversation), messageId, default);

    private SessionEvent? Past(IrcMessage message, string conversation, DateTimeOffset time)
    {
        var who = SourceOf(message);
        return message.Verb switch
        {
            "PRIVMSG" => ReadSaid(message, MessageKind.Message) with { Conversation = conversation, Label = null },
            "NOTICE" => ReadSaid(message, MessageKind.Notice) with { Conversation = conversation, Label = null },
            "TAGMSG" => ReadReaction(message) is { } reaction ? reaction with { Conversation = conversation } : null,
            "REDACT" => ReadRedaction(message) with { Conversation = conversation },
            "JOIN" => new Joined(time, conversation, who, IsSelf(who.Nick)),
            "PART" => new Parted(time, conversation, who, Parameter(message, 1), IsSelf(who.Nick)),
            "KICK" => new Kicked(time, conversation, who, Parameter(message, 1), Parameter(message, 2), IsSelf(Parameter(message, 1))),
            "QUIT" => new Departed(time, who, Parameter(message, 0), [conversation]),
            "NICK" => new Renamed(time, who.Nick, Parameter(message, 0), IsSelf(who.Nick)),
            "TOPIC" => new TopicChanged(time, conversation, who, Parameter(message, 1)),
            "MODE" => new ModesChanged(time, conversation, who, string.Join(' ', message.Params.Skip(1))),
            _ => null,
        };
    }

    // CHATHISTORY TARGETS name time, for each conversation with messages that we may have missed.
    private void OnHistoryTargets(Batch batch)
    {
        foreach (var message in batch.Messages.Where(message => message.Verb == "CHATHISTORY" && Parameter(message, 0) == "TARGETS"))
        {
            var target = Parameter(message, 1);
            if (target.Length > 0 && !Features.IsRoom(target) && _awaySince is { } from)
                FillGap(target, new HistoryGap(_seen.LastOf(Fold(target)) ?? from, _time.GetUtcNow()));
        }

        _awaySince = null;
    }

    // FAIL CHATHISTORY code subcommand target ... :reason
    private bool OnHistoryRefused(IrcMessage message, string reason)
    {
        // A TARGETS request comes from the session itself, not from the user.
        if (message.Params.Contains("TARGETS"))
            return true;

        var named = message.Params.Skip(2).SkipLast(1).Select(_history.Take).FirstOrDefault(request => request is not null);
        if ((named ?? _history.TakeOldest()) is not { } refused)
            return false;

        Raise(new HistoryRefused(TimeOf(message), refused.Target, refused.Span, reason));
        return true;
    }
}
