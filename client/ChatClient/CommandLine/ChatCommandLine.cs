using System.CommandLine;
using System.CommandLine.Parsing;

namespace ChatClient.CommandLine;

/// <summary>The options of the program, and their help.</summary>
internal static class ChatCommandLine
{
    private const int PlainPort = 6667;
    private const int TlsPort = 6697;

    private const string Description = """
        A terminal chat client for IRC.

        Text that is typed goes to the current room; lines that begin with / are commands, and /help lists them.
        In a pipe, --once sends every line of standard input to the rooms and leaves when the server has taken them:

          echo hello | chat irc.example.org --tls --nick pip --room '#lobby' --once

        Exit codes:
          0    left, or everything was sent
          1    wrong usage
          2    could not connect (unknown host, no answer, certificate not trusted)
          3    refused by the server (nick, password, ban, room, message)
          4    connection lost
          130  interrupted before everything was sent

        Environment:
          CHAT_PASSWORD  password for the server, unless --password or --password-file is given
        """;

    /// <summary>The command, which calls <paramref name="run"/> with what was asked for.</summary>
    public static RootCommand Create(Func<ChatOptions, Task<ExitCode>> run)
    {
        var server = new Argument<ServerAddress>("HOST[:PORT]")
        {
            Description = $"Server to connect to; the port is {PlainPort}, or {TlsPort} with --tls, unless given",
            DefaultValueFactory = _ => new ServerAddress("127.0.0.1", null),
            CustomParser = ParseAddress,
        };
        var nick = new Option<string>("--nick", "-n")
        {
            Description = "Your nick; if it is in use, NICK_ is tried",
            HelpName = "NICK",
            DefaultValueFactory = _ => Environment.UserName,
        };
        var rooms = new Option<string[]>("--room", "-r")
        {
            Description = "Room to join; may be given several times. Quote it ('#lobby'), or leave the # out",
            HelpName = "ROOM",
            DefaultValueFactory = _ => [],
        };
        var tls = new Option<bool>("--tls") { Description = "Use TLS and check the server's certificate" };
        var insecure = new Option<bool>("--tls-insecure")
        {
            Description = "Use TLS, but go on with a certificate that can't be trusted; says so. For tests, or when you know the server",
        };
        var password = new Option<bool>("--password") { Description = "Ask for the server's password" };
        var passwordFile = new Option<FileInfo?>("--password-file")
        {
            Description = "Read the server's password from the first line of a file that only you may read",
            HelpName = "FILE",
        };
        var once = new Option<bool>("--once")
        {
            Description = "Send every line of standard input to the rooms, as text, and leave; shows only what went wrong",
        };

        nick.Validators.Add(result => Check(result, IsWord(result.GetValueOrDefault<string>()), "is no nick: it is empty, or has a space"));
        rooms.Validators.Add(result => Check(result, result.GetValueOrDefault<string[]>().All(IsRoomName),
            "is no room: it is empty, or has a space or comma"));

        var root = new RootCommand(Description) { server, nick, rooms, tls, insecure, password, passwordFile, once };
        root.Validators.Add(result =>
        {
            if (result.GetValue(once) && result.GetValue(rooms) is not { Length: > 0 })
                result.AddError("--once needs a --room to send to. In a shell, quote it: --room '#lobby'");
        });
        root.SetAction(result => RunAsync(result, run));
        return root;

        async Task<int> RunAsync(ParseResult result, Func<ChatOptions, Task<ExitCode>> start)
        {
            var address = result.GetRequiredValue(server);
            var useTls = result.GetValue(tls) || result.GetValue(insecure);
            return (int)await start(new ChatOptions(
                address.Host,
                address.Port ?? (useTls ? TlsPort : PlainPort),
                result.GetRequiredValue(nick),
                [.. result.GetRequiredValue(rooms).Select(WithPrefix)],
                useTls,
                result.GetValue(insecure),
                new PasswordSource(result.GetValue(password), result.GetValue(passwordFile)),
                result.GetValue(once)));
        }
    }

    private static ServerAddress? ParseAddress(ArgumentResult result)
    {
        if (ServerAddress.TryParse(result.Tokens[0].Value, out var address))
            return address;

        result.AddError($"'{result.Tokens[0].Value}' is no HOST[:PORT], such as irc.example.org, 127.0.0.1:6667 or [::1]:6667.");
        return null;
    }

    private static void Check(SymbolResult result, bool isRight, string fault)
    {
        if (!isRight)
            result.AddError($"'{string.Join(' ', result.Tokens)}' {fault}.");
    }

    private static bool IsWord(string? text) => !string.IsNullOrEmpty(text) && !text.Any(char.IsWhiteSpace);

    private static bool IsRoomName(string text) => IsWord(text) && !text.Contains(',', StringComparison.Ordinal);

    // A shell takes # for the start of a comment, so it may be left out.
    private static string WithPrefix(string room) => "#&!+".Contains(room[0], StringComparison.Ordinal) ? room : $"#{room}";
}
