using ChatClient.Screen;
using ChatClient.Session;

namespace ChatClient.View.Updates;

internal static partial class EventUpdates
{
    private static ViewState OnConnectionEvent(this ViewState state, SessionEvent happened) =>
        happened switch
        {
            Connecting e => state.Linked(new LinkState(LinkPhase.Connecting, e.Server))
                .Note(0, e.Time, e.Attempt > 1 ? $"Connecting to {e.Server}, attempt {e.Attempt}" : $"Connecting to {e.Server}"),
            Connected e => state.Linked(state.Link with { Phase = LinkPhase.Registering, Security = e.Security })
                .Note(0, e.Time, e.Security is null ? "Connected, without TLS" : $"Connected, {e.Security}"),
            Disconnected e => state.OnDisconnected(e),
            CertificateDoubted e => state.OnCertificateDoubted(e),
            Registered e => state.OnRegistered(e),
            NickTaken e => state.Note(0, e.Time, $"The nick {e.Nick} is in use; trying {e.Next}"),
            RegistrationRefused e => state.Note(0, e.Time, $"The server refused us: {e.Reason}", EntryKind.Error),
            LoggedIn { Account: { } account } e => state.Note(0, e.Time, $"Logged in as {account}"),
            LoggedIn e => state.Note(0, e.Time, "Logged out"),
            LoginFailed e => state.Note(0, e.Time, $"Could not log in: {e.Reason}", EntryKind.Error),
            LagMeasured e => state.Linked(state.Link with { Lag = e.Lag, SilentSince = null }),
            Stalled e => state.Linked(state.Link with { SilentSince = e.Time - e.Silence }),
            Unresponsive e => state.NoteEverywhere(e.Time, $"The server has not answered for {e.Silence.TotalSeconds:0} seconds"),
            ClosingLink e => state.Note(0, e.Time, $"The server is closing the connection: {e.Reason}", EntryKind.Error),
            _ => state,
        };

    private static ViewState Linked(this ViewState state, LinkState link) => state with { Link = link };

    private static ViewState OnRegistered(this ViewState state, Registered registered)
    {
        var wasLost = state.Conversations.Count > 1;
        var named = state.With(0, state.Conversations[0] with { Name = registered.Network }) with
        {
            Nick = registered.Nick,
            Link = state.Link with { Phase = LinkPhase.Online, RetryAt = null },
            IsAway = false,
            UserModes = string.Empty,
        };
        return wasLost
            ? named.NoteEverywhere(registered.Time, "Reconnected", EntryKind.Info)
            : named.Note(0, registered.Time, $"Welcome to {registered.Network}, {registered.Nick}. /help lists commands and keys.");
    }

    private static ViewState OnDisconnected(this ViewState state, Disconnected lost)
    {
        var reason = lost.Reason.TrimEnd('.');
        var text = lost.RetryIn is { } retry
            ? $"Connection lost: {reason}. Next try in {Math.Ceiling(retry.TotalSeconds):0} s"
            : $"No connection: {reason}. Type /connect to try again";
        var wasOnline = state.Link.Phase == LinkPhase.Online;
        var offline = state.Linked(new LinkState(LinkPhase.Offline, state.Link.Server) { RetryAt = lost.Time + lost.RetryIn });
        return (wasOnline ? offline.NoteEverywhere(lost.Time, text) : offline.Note(0, lost.Time, text, EntryKind.Error))
            .ChangeAll(conversation => conversation with
            {
                IsJoined = false,
                Typing = [],
                Older = conversation.Older == OlderHistory.Loading ? OlderHistory.Unknown : conversation.Older,
            });
    }

    private static ViewState OnCertificateDoubted(this ViewState state, CertificateDoubted doubted)
    {
        var here = state.CurrentIndex;
        var doubt = $"The certificate of {doubted.Server} can't be trusted: {doubted.Reason}";
        var warned = state.Note(here, doubted.Time, doubt, EntryKind.Error)
            .Note(here, doubted.Time, $"Its SHA-256 fingerprint is {doubted.Fingerprint}");
        if (doubted.Remembered is { } other)
            warned = warned.Note(here, doubted.Time, $"Before, it was {other}. Someone may be listening in.", EntryKind.Error);
        return warned with { Question = new CertificateQuestion(doubted.Server, doubted.Fingerprint, doubted.Reason) };
    }

    private static ViewState NoteEverywhere(
        this ViewState state, DateTimeOffset time, string text, EntryKind kind = EntryKind.Error)
    {
        for (var index = 0; index < state.Conversations.Count; index++)
            state = state.Note(index, time, text, kind);
        return state;
    }

    // Replies at connect go to the server's conversation. Other replies answer the user, so they go where the user is looking.
    private static ViewState OnReply(this ViewState state, ReplyReceived reply)
    {
        if (ReplyText.Of(reply) is not { } text)
            return state;

        var isGreeting = reply.Code is < 10 or (>= 250 and <= 266) or 372 or 375 or 376 or 396 or 422;
        var shown = text.StartsWith("-- ", StringComparison.Ordinal) ? text[3..] : text;
        return state.Note(isGreeting ? 0 : state.CurrentIndex, reply.Time, shown);
    }
}
