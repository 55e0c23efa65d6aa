using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ChatClient.Connection;
using ChatClient.Session;

namespace ChatClient.Tests.EndToEnd;

/// <summary>Tests the chat loop over real sockets; the test plays the server.</summary>
public sealed class ChatTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ScriptedServer _server = new();
    private readonly RecordingView _view = new();

    public void Dispose()
    {
        _server.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_certificate_in_doubt_is_asked_about_and_remembered()
    {
        using var chat = Chat(Options(Transport.Tls) with { CanAsk = true });
        var run = chat.RunAsync();
        await FailToAcceptAsync();
        var question = await _view.NextAsync<CertificateDoubted>();

        await chat.Post(() => chat.Type("yes"));
        await _server.AcceptTlsAsync();
        await _server.ExpectAsync("CAP LS 302");

        Assert.StartsWith("TLS", (await _view.NextAsync<Connected>()).Security, StringComparison.Ordinal);
        Assert.Equal(question.Fingerprint, new KnownCertificates(_folder.File("certificates")).Find(_server.Address));
        await LeaveAsync(chat, run);
    }

    [Fact]
    public async Task A_certificate_that_the_user_does_not_trust_is_not_connected_to()
    {
        using var chat = Chat(Options(Transport.Tls) with { CanAsk = true });
        var run = chat.RunAsync();
        await FailToAcceptAsync();
        await _view.NextAsync<CertificateDoubted>();

        await chat.Post(() => chat.Type("no"));
        await chat.Post(() => chat.Quit(string.Empty));

        Assert.Equal(ExitCode.Ok, await run);
        Assert.Null(new KnownCertificates(_folder.File("certificates")).Find(_server.Address));
    }

    [Fact]
    public async Task Scram_logs_in_over_a_socket()
    {
        var login = new SaslCredentials("pip", "sesame");
        using var chat = Chat(Options(Transport.Tcp) with { Session = new SessionSettings("pip", "pip") { Login = login } });
        var run = chat.RunAsync();
        await _server.AcceptAsync();
        await _server.ExpectAsync("CAP LS 302", "NICK pip", "USER pip 0 * pip");
        await _server.SendAsync(":s CAP * LS :sasl=PLAIN,SCRAM-SHA-256");
        await _server.ExpectAsync("CAP REQ sasl");
        await _server.SendAsync(":s CAP * ACK :sasl");
        await _server.ExpectAsync("AUTHENTICATE SCRAM-SHA-256");

        await PlayScramAsync("sesame");
        await _server.SendAsync(":s 900 pip pip!pip@h pip :You are now logged in as pip", ":s 903 pip :SASL authentication successful");
        await _server.ExpectAsync("CAP END");

        Assert.Equal("pip", (await _view.NextAsync<LoggedIn>()).Account);
        await LeaveAsync(chat, run);
    }

    [Fact]
    public async Task A_server_that_refuses_us_after_it_had_us_is_tried_again()
    {
        using var chat = Chat(Options(Transport.Tcp));
        var run = chat.RunAsync();
        await WelcomeAsync();
        await _view.NextAsync<Registered>();

        await _server.SendAsync("ERROR :Closing Link: (restart)");
        _server.HangUp();
        Assert.NotNull((await _view.NextAsync<Disconnected>()).RetryIn);
        await _server.AcceptAsync();
        await _server.ExpectAsync("CAP LS 302", "NICK pip", "USER pip 0 * pip");
        await _server.SendAsync("ERROR :Trying to reconnect too fast.");

        var again = await _view.NextAsync<Disconnected>();
        Assert.Equal("Trying to reconnect too fast.", again.Reason);
        Assert.NotNull(again.RetryIn);
        await chat.Post(() => chat.Quit(string.Empty));
        Assert.Equal(ExitCode.Ok, await run);
    }

    [Fact]
    public async Task Connect_drops_the_connection_and_makes_another_at_once()
    {
        using var chat = Chat(Options(Transport.Tcp));
        var run = chat.RunAsync();
        await WelcomeAsync();
        await _view.NextAsync<Registered>();

        await chat.Post(chat.Reconnect);
        await WelcomeAsync();

        await _view.NextAsync<Registered>();
        await LeaveAsync(chat, run);
    }

    private async Task WelcomeAsync()
    {
        await _server.AcceptAsync();
        await _server.ExpectAsync("CAP LS 302", "NICK pip", "USER pip 0 * pip");
        await _server.SendAsync(":s 001 pip :Welcome", ":s 422 pip :No MOTD");
    }

    // The server's side of SCRAM. Source: RFC 5802.
    private async Task PlayScramAsync(string password)
    {
        await _server.SendAsync("AUTHENTICATE +");
        var clientFirst = FromWire(await _server.ReadAsync());
        var bare = clientFirst["n,,".Length..];
        var nonce = bare[(bare.IndexOf("r=", StringComparison.Ordinal) + 2)..] + "server";
        var salt = "salt"u8.ToArray();
        var serverFirst = string.Create(CultureInfo.InvariantCulture, $"r={nonce},s={Convert.ToBase64String(salt)},i=4096");
        await _server.SendAsync(ToWire(serverFirst));

        var clientFinal = FromWire(await _server.ReadAsync());
        var withoutProof = clientFinal[..clientFinal.IndexOf(",p=", StringComparison.Ordinal)];
        var proof = Convert.FromBase64String(clientFinal[(withoutProof.Length + 3)..]);
        var salted = Rfc2898DeriveBytes.Pbkdf2(password, salt, 4096, HashAlgorithmName.SHA256, 32);
        var stored = SHA256.HashData(HMACSHA256.HashData(salted, "Client Key"u8));
        var signed = Encoding.UTF8.GetBytes($"{bare},{serverFirst},{withoutProof}");
        var signature = HMACSHA256.HashData(stored, signed);
        Assert.Equal(stored, SHA256.HashData(proof.Zip(signature, (a, b) => (byte)(a ^ b)).ToArray()));

        var verifier = HMACSHA256.HashData(HMACSHA256.HashData(salted, "Server Key"u8), signed);
        await _server.SendAsync(ToWire($"v={Convert.ToBase64String(verifier)}"));
        await _server.ExpectAsync("AUTHENTICATE +");
    }

    private static string FromWire(string? line) => Encoding.UTF8.GetString(Convert.FromBase64String(line!["AUTHENTICATE ".Length..]));

    private static string ToWire(string text) => $"AUTHENTICATE {Convert.ToBase64String(Encoding.UTF8.GetBytes(text))}";

    private async Task LeaveAsync(ChatClient.Chat chat, Task<ExitCode> run)
    {
        await chat.Post(() => chat.Quit(string.Empty));
        _server.HangUp();
        Assert.Equal(ExitCode.Ok, await run);
    }

    private async Task FailToAcceptAsync()
    {
        try
        {
            await _server.AcceptTlsAsync();
            await _server.ReadAsync();
        }
        catch (Exception error) when (error is IOException or System.Security.Authentication.AuthenticationException)
        {
            // Expected: the client does not trust the certificate.
        }
    }

    private ChatClient.Chat Chat(ChatOptions options) => new(options, _view, [], TimeProvider.System);

    private ChatOptions Options(Transport transport)
    {
        var port = int.Parse(_server.Address.Split(':')[1], CultureInfo.InvariantCulture);
        var trust = new CertificateTrust(new KnownCertificates(_folder.File("certificates")));
        return new ChatOptions(new Endpoint("127.0.0.1", port, transport), trust, new SessionSettings("pip", "pip"));
    }
}
