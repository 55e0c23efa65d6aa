using System.CommandLine;
using System.CommandLine.Parsing;

namespace ChatClient.CommandLine;

/// <summary>The options of the program, and their help.</summary>
internal static class ChatCommandLine
{
    private const string Description = """
        A terminal chat client for IRC.

        Typed text goes to the current room. Lines that begin with / are commands; /help lists them.
        "chat --setup" asks four questions and creates a configuration file, so that "chat" alone is enough from then on.

        In a pipe, --once sends every line of standard input to the rooms and leaves when the server has taken them:
          echo done | chat irc.example.org --tls --room '#builds' --once
        --follow prints what is said, for people or, with --json, for programs: one object in each line:
          chat irc.example.org --tls --follow '#builds' --json | jq -r 'select(.type == "said").text'

        Exit codes:
          0    left, or everything was sent
          1    wrong usage, or an invalid configuration file
          2    could not connect (unknown host, no answer, certificate not trusted)
          3    refused by the server (nick, password, ban, room, message)
          4    connection lost, and no reconnecting (--once, --no-reconnect)
          130  interrupted before everything was sent

        Environment:
          CHAT_PASSWORD          password for the server, unless --password or --password-file is given
          CHAT_ACCOUNT_PASSWORD  password for the account, unless --account-password-file is given
          NO_COLOR               no colours, if it is set

        Files, in the places that the XDG Base Directory Specification names:
          ~/.config/chat/config.json         settings (chat --setup)
          ~/.local/state/chat/certificates   fingerprints of certificates that you trust
          ~/.local/state/chat/logs           logs, if they are switched on
        """;

    private static readonly Argument<string?> Server = new("SERVER")
    {
        Description = "HOST, HOST:PORT, ws://HOST:PORT/PATH, wss://..., or the name of a server in the configuration. "
            + "Ports are 6667, 6697 with --tls, 80 and 443 for WebSockets, unless given. Without SERVER: the configuration's, or 127.0.0.1",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private static readonly Option<string?> Nick = new("--nick", "-n")
    {
        Description = "Your nick; if it is in use, NICK_ is tried",
        HelpName = "NICK",
    };

    private static readonly Option<string[]> Rooms = new("--room", "-r")
    {
        Description = "Room to join; may be given several times. Quote it ('#lobby'), or omit the #",
        HelpName = "ROOM",
        DefaultValueFactory = _ => [],
    };

    private static readonly Option<bool> Tls = new("--tls") { Description = "Use TLS and check the server's certificate" };

    private static readonly Option<bool> Insecure = new("--tls-insecure")
    {
        Description = "Use TLS, but accept a certificate that can't be trusted, with a warning. For tests, or when you know the server",
    };

    private static readonly Option<string?> Fingerprint = new("--fingerprint")
    {
        Description = "Use TLS, and trust only the certificate with this SHA-256, no matter who signed it",
        HelpName = "HEX",
    };

    private static readonly Option<FileInfo?> Certificate = new("--certificate")
    {
        Description = "Show the server this certificate: a PEM file with the certificate and its key",
        HelpName = "FILE",
    };

    private static readonly Option<bool> Password = new("--password") { Description = "Ask for the server's password" };

    private static readonly Option<FileInfo?> PasswordFile = new("--password-file")
    {
        Description = "Read the server's password from the first line of a file that only you may read",
        HelpName = "FILE",
    };

    private static readonly Option<string?> Account = new("--account")
    {
        Description = "Log in to this account (SASL); its password is asked for, unless a file or the environment has it",
        HelpName = "NAME",
    };

    private static readonly Option<FileInfo?> AccountPasswordFile = new("--account-password-file")
    {
        Description = "Read the account's password from the first line of a file that only you may read",
        HelpName = "FILE",
    };

    private static readonly Option<string?> Mechanism = new("--sasl")
    {
        Description = "How to log in: SCRAM-SHA-256, PLAIN or EXTERNAL. Default: the best that the server offers",
        HelpName = "MECHANISM",
    };

    private static readonly Option<bool> Once = new("--once")
    {
        Description = "Send every line of standard input to the rooms, as text, and leave; shows only what went wrong",
    };

    private static readonly Option<string[]> Follow = new("--follow")
    {
        Description = "Join a room and print what is said there, without taking input; may be given several times",
        HelpName = "ROOM",
        DefaultValueFactory = _ => [],
    };

    private static readonly Option<bool> Json = new("--json") { Description = "With --follow: print one JSON object for each event" };

    private static readonly Option<bool> Plain = new("--plain")
    {
        Description = "Only append lines at the bottom: for screen readers, dumb terminals and files",
    };

    private static readonly Option<bool> NoReconnect = new("--no-reconnect") { Description = "End when the connection is lost" };

    private static readonly Option<string?> Theme = new("--theme")
    {
        Description = "Colours of the screen: dark, light, 16 or none",
        HelpName = "NAME",
    };

    private static readonly Option<FileInfo?> Configuration = new("--config")
    {
        Description = "Use this configuration file",
        HelpName = "FILE",
    };

    private static readonly Option<bool> Setup = new("--setup") { Description = "Ask four questions and create the configuration file" };

    /// <summary>The command, which calls <paramref name="run"/> with the parsed arguments.</summary>
    public static RootCommand Create(Func<Arguments, Task<ExitCode>> run)
    {
        var root = new RootCommand(Description)
        {
            Server, Nick, Rooms, Tls, Insecure, Fingerprint, Certificate, Password, PasswordFile, Account, AccountPasswordFile, Mechanism,
            Once, Follow, Json, Plain, NoReconnect, Theme, Configuration, Setup,
        };
        root.Validators.Add(Validate);
        root.SetAction(async result => (int)await run(Read(result)));
        return root;
    }

    private static Arguments Read(ParseResult result) =>
        new()
        {
            Server = result.GetValue(Server),
            Nick = result.GetValue(Nick),
            Rooms = [.. result.GetRequiredValue(Rooms).Select(RoomNames.WithPrefix)],
            Followed = [.. result.GetRequiredValue(Follow).Select(RoomNames.WithPrefix)],
            UseTls = result.GetValue(Tls) || result.GetValue(Insecure) || result.GetValue(Fingerprint) is not null,
            TrustAnything = result.GetValue(Insecure),
            Fingerprint = result.GetValue(Fingerprint)?.Replace(":", string.Empty, StringComparison.Ordinal),
            Certificate = result.GetValue(Certificate),
            AskPassword = result.GetValue(Password),
            PasswordFile = result.GetValue(PasswordFile),
            Account = result.GetValue(Account),
            AccountPasswordFile = result.GetValue(AccountPasswordFile),
            Mechanism = result.GetValue(Mechanism),
            Once = result.GetValue(Once),
            Plain = result.GetValue(Plain),
            Json = result.GetValue(Json),
            NoReconnect = result.GetValue(NoReconnect),
            Theme = result.GetValue(Theme),
            Configuration = result.GetValue(Configuration),
            Setup = result.GetValue(Setup),
        };

    private static void Validate(CommandResult result)
    {
        if (result.GetValue(Nick) is { } nick && (nick.Length == 0 || nick.Any(char.IsWhiteSpace)))
            result.AddError($"'{nick}' is not a nick: it is empty, or contains a space.");
        foreach (var room in (result.GetValue(Rooms) ?? []).Concat(result.GetValue(Follow) ?? []).Where(room => !RoomNames.IsName(room)))
            result.AddError($"'{room}' is not a room: it is empty, or contains a space or comma.");
        if (result.GetValue(Once) && result.GetValue(Follow) is { Length: > 0 })
            result.AddError("--once sends and --follow prints: use only one of them.");
        if (result.GetValue(Json) && result.GetValue(Follow) is not { Length: > 0 })
            result.AddError("--json needs a room to --follow.");
        if (result.GetValue(Mechanism) is { } name && !SaslNames.Contains(name, StringComparer.OrdinalIgnoreCase))
            result.AddError($"'{name}' is not a way to log in. Use one of: {string.Join(", ", SaslNames)}.");
    }

    private static readonly string[] SaslNames = ["SCRAM-SHA-256", "PLAIN", "EXTERNAL"];
}
