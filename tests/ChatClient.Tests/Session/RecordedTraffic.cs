namespace ChatClient.Tests.Session;

/// <summary>Greetings recorded from real servers, for a client that wants the nick <c>pip</c>.</summary>
internal static class RecordedTraffic
{
    /// <summary>ngIRCd 26.1: one capability, short nicks, no NETWORK.</summary>
    public const string Ngircd = """
        > CAP LS 302
        > NICK pip
        > USER pip 0 * pip
        < :irc.ngircd.test CAP * LS :multi-prefix
        > CAP REQ multi-prefix
        < :irc.ngircd.test CAP pip ACK :multi-prefix
        > CAP END
        < :irc.ngircd.test 001 pip :Welcome to the Internet Relay Network pip!~pip@127.0.0.1
        < :irc.ngircd.test 002 pip :Your host is irc.ngircd.test, running version ngircd-26.1 (x86_64/pc/linux-gnu)
        < :irc.ngircd.test 003 pip :This server has been started Sat Nov 21 2026 at 09:25:07 (UTC)
        < :irc.ngircd.test 004 pip irc.ngircd.test ngircd-26.1 abBcCFiIoqrRswx abehiIklmMnoOPqQrRstvVz
        < :irc.ngircd.test 005 pip RFC2812 IRCD=ngIRCd CHARSET=UTF-8 CASEMAPPING=ascii PREFIX=(qaohv)~&@%+ CHANTYPES=#&+ CHANMODES=beI,k,l,imMnOPQRstVz CHANLIMIT=#&+:10 :are supported on this server
        < :irc.ngircd.test 005 pip CHANNELLEN=50 NICKLEN=9 TOPICLEN=490 AWAYLEN=127 KICKLEN=400 MODES=5 MAXLIST=beI:50 EXCEPTS=e INVEX=I PENALTY FNC :are supported on this server
        < :irc.ngircd.test 251 pip :There are 1 users and 0 services on 1 servers
        < :irc.ngircd.test 255 pip :I have 1 users, 0 services and 0 servers
        < :irc.ngircd.test 375 pip :- irc.ngircd.test message of the day
        < :irc.ngircd.test 372 pip :- hello there
        < :irc.ngircd.test 376 pip :End of MOTD command
        """;

    /// <summary>InspIRCd 3: echo-message but no PING from the server, and no message of the day.</summary>
    public const string Inspircd = """
        > CAP LS 302
        > NICK pip
        > USER pip 0 * pip
        < :irc.inspircd.test CAP * LS :account-notify account-tag away-notify batch cap-notify chghost echo-message extended-join inspircd.org/poison inspircd.org/standard-replies invite-notify labeled-response message-tags multi-prefix server-time userhost-in-names
        > CAP REQ :account-notify account-tag away-notify batch cap-notify chghost echo-message extended-join invite-notify labeled-response message-tags multi-prefix server-time userhost-in-names
        < @time=2026-11-21T09:25:17.356Z :irc.inspircd.test CAP pip ACK :account-notify account-tag away-notify batch cap-notify chghost echo-message extended-join invite-notify labeled-response message-tags multi-prefix server-time userhost-in-names
        > CAP END
        < @time=2026-11-21T09:25:18.258Z :irc.inspircd.test 001 pip :Welcome to the TestNet IRC Network pip!pip@127.0.0.1
        < @time=2026-11-21T09:25:18.258Z :irc.inspircd.test 004 pip irc.inspircd.test InspIRCd-3 iosw Hbiklmnopstv :Hbklov
        < @time=2026-11-21T09:25:18.258Z :irc.inspircd.test 005 pip AWAYLEN=200 CASEMAPPING=rfc1459 CHANLIMIT=#:20 CHANMODES=b,k,Hl,imnpst CHANNELLEN=64 CHANTYPES=# ELIST=CMNTU HOSTLEN=64 KEYLEN=32 KICKLEN=255 LINELEN=512 MAXLIST=b:100 :are supported by this server
        < @time=2026-11-21T09:25:18.258Z :irc.inspircd.test 005 pip MAXTARGETS=20 MODES=20 NAMELEN=128 NAMESX NETWORK=TestNet NICKLEN=30 PREFIX=(ov)@+ SAFELIST STATUSMSG=@+ TOPICLEN=307 UHNAMES USERLEN=10 USERMODES=,,s,iow :are supported by this server
        < @time=2026-11-21T09:25:18.258Z :irc.inspircd.test 251 pip :There are 1 users and 0 invisible on 1 servers
        < @time=2026-11-21T09:25:18.258Z :irc.inspircd.test 422 pip :Message of the day file is missing.
        """;

    /// <summary>Ergo: capabilities with values, in several lines, and a user mode after the greeting.</summary>
    public const string Ergo = """
        > CAP LS 302
        > NICK pip
        > USER pip 0 * pip
        < :ergo.test CAP * LS * :account-notify account-tag away-notify batch cap-notify chghost draft/chathistory draft/multiline=max-bytes=4096,max-lines=100 echo-message extended-join
        < :ergo.test CAP * LS :invite-notify labeled-response message-tags multi-prefix sasl=PLAIN,EXTERNAL,SCRAM-SHA-256 server-time setname standard-replies userhost-in-names
        > CAP REQ :account-notify account-tag away-notify batch cap-notify chghost draft/chathistory draft/multiline echo-message extended-join invite-notify labeled-response message-tags multi-prefix server-time setname standard-replies userhost-in-names
        < :ergo.test CAP pip ACK :account-notify account-tag away-notify batch cap-notify chghost draft/chathistory draft/multiline echo-message extended-join invite-notify labeled-response message-tags multi-prefix server-time setname standard-replies userhost-in-names
        > CAP END
        < @time=2026-11-21T09:25:18.258Z :ergo.test 001 pip :Welcome to the ErgoTest IRC Network pip
        < @time=2026-11-21T09:25:18.258Z :ergo.test 005 pip AWAYLEN=390 BOT=B CASEMAPPING=ascii CHANLIMIT=#:100 CHANMODES=Ibe,k,fl,CEMRUimnstu CHANNELLEN=64 CHANTYPES=# CHATHISTORY=1000 ELIST=U EXCEPTS EXTBAN=,m FORWARD=f INVEX :are supported by this server
        < @time=2026-11-21T09:25:18.258Z :ergo.test 005 pip KICKLEN=390 MAXLIST=beI:60 MAXTARGETS=4 MODES MONITOR=100 NETWORK=ErgoTest NICKLEN=32 PREFIX=(qaohv)~&@%+ STATUSMSG=~&@%+ TOPICLEN=390 UTF8ONLY WHOX :are supported by this server
        < @time=2026-11-21T09:25:18.258Z :ergo.test 422 pip :MOTD File is missing
        < @time=2026-11-21T09:25:18.258Z :ergo.test MODE pip +i
        """;
}
