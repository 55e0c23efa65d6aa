using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace ChatClient.Tests.EndToEnd;

/// <summary>A server for one client over a real socket; the test reads and writes its lines.</summary>
internal sealed class ScriptedServer : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _deadline = new(Patience);
    private readonly Lazy<X509Certificate2> _certificate = new(SelfSigned);
    private TcpClient? _client;
    private Stream? _stream;
    private StreamReader? _reader;

    public ScriptedServer() => _listener.Start();

    public string Address => _listener.LocalEndpoint.ToString()!;

    public async Task AcceptAsync()
    {
        _client = await _listener.AcceptTcpClientAsync(_deadline.Token);
        _stream = _client.GetStream();
        _reader = new StreamReader(_stream, new UTF8Encoding(false));
    }

    public async Task AcceptTlsAsync()
    {
        await AcceptAsync();
        var secure = new SslStream(_stream!);
        _stream = secure;
        await secure.AuthenticateAsServerAsync(_certificate.Value);
        _reader = new StreamReader(secure, new UTF8Encoding(false));
    }

    public async Task SendAsync(params string[] lines)
    {
        var bytes = Encoding.UTF8.GetBytes(string.Concat(lines.Select(line => line + "\r\n")));
        await _stream!.WriteAsync(bytes, _deadline.Token);
    }

    /// <summary>The next line from the client, or null when it has closed. PINGs that measure the lag may come at any time; they are
    /// answered and skipped.</summary>
    public async Task<string?> ReadAsync()
    {
        while (await _reader!.ReadLineAsync(_deadline.Token) is { } line)
        {
            if (!line.StartsWith("PING lag-", StringComparison.Ordinal))
                return line;
            await SendAsync($":irc.test PONG irc.test :{line["PING ".Length..]}");
        }

        return null;
    }

    public async Task ExpectAsync(params string[] lines)
    {
        foreach (var line in lines)
            Assert.Equal(line, await ReadAsync());
    }

    /// <summary>Answers a PING with any token.</summary>
    public async Task AnswerPingAsync()
    {
        var line = await ReadAsync();
        Assert.StartsWith("PING ", line, StringComparison.Ordinal);
        await SendAsync($":irc.test PONG irc.test :{line!["PING ".Length..]}");
    }

    /// <summary>Registers the client without capabilities, and lets it into #lobby.</summary>
    public async Task WelcomeAsync(string nick)
    {
        await ExpectAsync("CAP LS 302", $"NICK {nick}", $"USER {nick} 0 * {nick}");
        await SendAsync(
            ":irc.test CAP * LS :",
            $":irc.test 001 {nick} :Welcome {nick}!{nick}@127.0.0.1",
            $":irc.test 005 {nick} CASEMAPPING=ascii CHANTYPES=# NETWORK=Test :are supported by this server",
            $":irc.test 422 {nick} :No MOTD");
        await ExpectAsync("CAP END", "JOIN #lobby");
        await SendAsync(
            $":{nick}!{nick}@127.0.0.1 JOIN #lobby",
            $":irc.test 353 {nick} = #lobby :@alice {nick}",
            $":irc.test 366 {nick} #lobby :End of /NAMES list.");
        await AnswerPingAsync();
    }

    /// <summary>Closes the connection and waits for the next one.</summary>
    public void HangUp()
    {
        _stream?.Dispose();
        _client?.Dispose();
    }

    public void Dispose()
    {
        HangUp();
        _listener.Dispose();
        _deadline.Dispose();
    }

    private static X509Certificate2 SelfSigned()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=irc.test", key, HashAlgorithmName.SHA256);
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        return X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pfx), null);
    }
}
