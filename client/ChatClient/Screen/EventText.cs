using ChatClient.Session;
using ChatServer.Protocol;

namespace ChatClient.Screen;

/// <summary>Describes events in words, usually in one line each.</summary>
internal static class EventText
{
    /// <summary>The lines for an event, each with its time. Most events have one line. A message of several lines and history have
    /// several, and an event that the user does not need to see has none.</summary>
    public static IEnumerable<(DateTimeOffset Time, string Text)> LinesOf(SessionEvent happened) =>
        happened switch
        {
            HistoryReceived history => history.Entries.SelectMany(LinesOf),
            Said said when said.Text.Contains('\n', StringComparison.Ordinal) =>
                said.Text.Split('\n').Select(line => (said.Time, Of(said with { Text = line }))),
            _ => Of(happened) is { } text ? [(happened.Time, text)] : [],
        };

    /// <summary>The line for an event; null if the user does not need to see it.</summary>
    public static string? Of(SessionEvent happened) =>
        happened switch
        {
            Connecting { Attempt: > 1 } e => $"-- Connecting to {e.Server}",
            Disconnected { RetryIn: { } wait } e => $"-- Not connected: {e.Reason}. Trying again in {Seconds(wait)}.",
            CertificateDoubted e => Of(e),
            LoggedIn { Account: { } account } => $"-- Logged in as {account}",
            LoggedIn => "-- Logged out",
            LoginFailed e => $"-- Not logged in: {e.Reason}",
            Stalled e => $"-- The server has been silent for {Seconds(e.Silence)}; still waiting",
            Unconfirmed e => $"{e.Conversation} -- maybe not delivered: \"{e.Text}\"",
            Reacted e => $"{e.Conversation} -- {e.From.Nick} {(e.IsRemoval ? "removes the reaction" : "reacts with")} {e.Reaction}",
            Redacted e => $"{e.Conversation} -- {e.By.Nick} deleted a message{Because(e.Reason)}",
            NetworkSplit e =>
                $"-- Netsplit between {e.Server} and {e.OtherServer}; gone: {Names(e.Departures.Select(gone => gone.Who.Nick))}",
            NetworkJoined e =>
                $"-- Netsplit between {e.Server} and {e.OtherServer} is over; back: {Names(e.Arrivals.Select(back => back.Who.Nick))}",
            AwayChanged { IsSelf: true } e => e.Message is null ? "-- You are back" : $"-- You are away{Because(e.Message)}",
            FriendSeen e => $"-- {e.Nick} is {(e.IsOnline ? "online" : "offline")}",
            RoomRenamed e => $"{e.OldName} -- {e.By.Nick} renamed the room to {e.NewName}{Because(e.Reason)}",
            Registered e => $"-- Connected to {e.Network} as {e.Nick}. /help lists the commands.",
            NickTaken e => $"-- The nick {e.Nick} is in use; trying {e.Next}",
            RegistrationRefused e => $"-- The server refused us: {e.Reason}",
            Said e => Of(e),
            Joined { IsSelf: true } e => $"{e.Room} --> you joined",
            Joined e => $"{e.Room} --> {Full(e.Who)} joined",
            JoinRefused e => $"{e.Room} -- can't join: {e.Reason}",
            Parted { IsSelf: true } e => $"{e.Room} <-- you left{Because(e.Reason)}",
            Parted e => $"{e.Room} <-- {e.Who.Nick} left{Because(e.Reason)}",
            Kicked { IsSelf: true } e => $"{e.Room} <-- you were kicked by {e.By.Nick}{Because(e.Reason)}",
            Kicked e => $"{e.Room} <-- {e.Nick} was kicked by {e.By.Nick}{Because(e.Reason)}",
            Departed e => $"{string.Join(' ', e.Rooms)} <-- {e.Who.Nick} left the server{Because(e.Reason)}".TrimStart(),
            Renamed { IsSelf: true } e => $"-- You are now {e.NewNick}",
            Renamed e => $"-- {e.OldNick} is now {e.NewNick}",
            TopicShown { Topic: "" } e => $"{e.Room} -- no topic",
            TopicShown e => $"{e.Room} -- topic: {e.Topic}",
            TopicChanged { Topic: "" } e => $"{e.Room} -- {e.By.Nick} removed the topic",
            TopicChanged e => $"{e.Room} -- {e.By.Nick} set the topic: {e.Topic}",
            ModesChanged e => $"{e.Target} -- {e.By.Nick} set mode {e.Change}",
            NamesListed { Members.Length: 1 } e => $"{e.Room} -- 1 person here: {e.Members[0]}",
            NamesListed e => $"{e.Room} -- {e.Members.Length} people here: {string.Join(' ', e.Members)}",
            Invited e => $"{e.Room} -- {e.By.Nick} invited {e.Nick}",
            ReplyReceived e => ReplyText.Of(e),
            Refused { Unsent: { } unsent } e => $"{Scope(e.About)}-- not sent: {e.Reason} (\"{unsent}\")",
            Refused e => $"{Scope(e.About)}-- {e.Reason}",
            ServerRemark e => $"-- {e.Text}",
            ClosingLink e => $"-- The server is closing the connection: {e.Reason}",
            Unresponsive e => $"-- The server has been silent for {Seconds(e.Silence)}; closing the connection",
            _ => null,
        };

    private static string Of(CertificateDoubted doubted)
    {
        var warning = doubted.Remembered is null
            ? string.Empty
            : $" It is NOT the certificate that you trusted before ({doubted.Remembered}): someone may be listening in.";
        return $"-- The certificate of {doubted.Server} can't be trusted: {doubted.Reason}.{warning} Its SHA-256 is {doubted.Fingerprint}. "
            + "Trust it from now on? Type yes, or anything else for no.";
    }

    private static string Of(Said said) =>
        said.Kind switch
        {
            MessageKind.Action => $"{said.Conversation} * {said.From.Nick} {said.Text}",
            MessageKind.Notice when said.From.User.Length == 0 && !said.IsOwn => $"-- {said.From.Nick}: {said.Text}",
            MessageKind.Notice => $"{said.Conversation} -{said.From.Nick}- {said.Text}",
            MessageKind.Ctcp => $"{said.Conversation} -- {said.From.Nick} asks your client: {said.Text}",
            _ => $"{said.Conversation} <{said.From.Nick}> {said.Text}",
        };

    private static string Full(UserSource who) => who.Host.Length == 0 ? who.Nick : $"{who.Nick} ({who.User}@{who.Host})";

    private static string Seconds(TimeSpan time) => $"{Math.Ceiling(time.TotalSeconds):0} seconds";

    private static string Names(IEnumerable<string> names) => string.Join(' ', names.Distinct(StringComparer.OrdinalIgnoreCase));

    // Servers put "Quit: " in front of a quit message, even when the message is empty.
    private static string Because(string reason) => reason.Trim() is "" or "Quit:" ? string.Empty : $" ({reason})";

    private static string Scope(string about) => about.Length == 0 ? string.Empty : $"{about} ";
}
