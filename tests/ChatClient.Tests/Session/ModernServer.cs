using ChatClient.Session;

namespace ChatClient.Tests.Session;

/// <summary>Sessions on a server that has every capability the client supports, for a client with the nick <c>pip</c>.</summary>
internal static class ModernServer
{
    /// <summary>The greeting of ChatServer 0.1, with read-marker and channel-rename added and without times.</summary>
    public const string Greeting = """
        < :s CAP * LS * :account-notify account-tag away-notify batch cap-notify chghost draft/chathistory draft/event-playback draft/channel-rename draft/read-marker
        < :s CAP * LS :draft/message-redaction draft/multiline=max-bytes=400,max-lines=4 echo-message extended-join extended-monitor invite-notify labeled-response message-tags multi-prefix server-time setname standard-replies userhost-in-names
        > CAP REQ :account-notify account-tag away-notify batch cap-notify chghost draft/channel-rename draft/chathistory draft/event-playback draft/message-redaction draft/multiline draft/read-marker echo-message extended-join extended-monitor invite-notify labeled-response message-tags multi-prefix server-time setname standard-replies userhost-in-names
        < :s CAP pip ACK :account-notify account-tag away-notify batch cap-notify chghost draft/channel-rename draft/chathistory draft/event-playback draft/message-redaction draft/multiline draft/read-marker echo-message extended-join extended-monitor invite-notify labeled-response message-tags multi-prefix server-time setname standard-replies userhost-in-names
        > CAP END
        < :s 001 pip :Welcome to ChatNet pip!pip@h
        < :s 005 pip CASEMAPPING=ascii CHANTYPES=# PREFIX=(qaohv)~&@%+ CHANMODES=beI,k,fl,imnst CHATHISTORY=1000 MSGREFTYPES=msgid,timestamp MONITOR=100 NETWORK=ChatNet WHOX BOT=B :are supported by this server
        < :s 422 pip :No MOTD
        """;

    /// <summary>The first lines of a client.</summary>
    public const string FirstLines = """
        > CAP LS 302
        > NICK pip
        > USER pip 0 * pip

        """;

    /// <summary>A session after the greeting.</summary>
    public static Transcript Ready(SessionSettings? settings = null)
    {
        var transcript = new Transcript(settings ?? new SessionSettings("pip", "pip")).Play(FirstLines + Greeting);
        transcript.TakeEvents();
        return transcript;
    }

    /// <summary>A session in <c>#lobby</c>, with alice, who is an operator there.</summary>
    public static Transcript InLobby(SessionSettings? settings = null)
    {
        var transcript = Ready(settings);
        transcript.Join("#lobby");
        transcript.TakeEvents();
        return transcript;
    }

    /// <summary>Joins a room with alice in it.</summary>
    /// <param name="transcript">The session.</param>
    /// <param name="room">The room.</param>
    /// <param name="then">The lines after that.</param>
    public static Transcript Join(this Transcript transcript, string room, string then = "") =>
        transcript.Do(session => session.Submit(new ChatServer.Protocol.IrcMessage("JOIN", room))).Play($"""
            > JOIN {room}
            < @time=2026-11-21T09:00:00.000Z :pip!pip@h JOIN {room} * :pip
            < :s 353 pip = {room} :@alice!al@h pip!pip@h
            < :s 366 pip {room} :End of /NAMES list.

            """ + then);
}
