using System.Collections.Immutable;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ChatClient.CommandLine;
using ChatClient.Configuration;
using ChatClient.Connection;
using ChatClient.Session;

namespace ChatClient;

/// <summary>Combines the command line, the configuration file and the environment.</summary>
/// <param name="arguments">The command line.</param>
/// <param name="configuration">The configuration file.</param>
/// <param name="hasScreen">Whether there is a terminal that can be drawn on.</param>
/// <param name="complain">Told about anything that continues despite a doubt. Any thread.</param>
internal sealed class Startup(Arguments arguments, ChatConfiguration configuration, bool hasScreen, Action<string> complain)
{
    private const string ServerPasswordVariable = "CHAT_PASSWORD";
    private const string AccountPasswordVariable = "CHAT_ACCOUNT_PASSWORD";

    private readonly ServerProfile? _profile = ProfileFor(arguments, configuration);

    /// <summary>What the program is to look like.</summary>
    public RunMode Mode => arguments switch
    {
        { Once: true } => RunMode.Once,
        { Followed.Length: > 0, Json: true } => RunMode.FollowAsJson,
        { Followed.Length: > 0 } => RunMode.Follow,
        { Plain: false } when hasScreen => RunMode.FullScreen,
        _ => RunMode.Plain,
    };

    /// <summary>Rooms to join.</summary>
    public ImmutableArray<string> Rooms => arguments switch
    {
        { Followed.Length: > 0 } => [.. arguments.Rooms, .. arguments.Followed],
        { Rooms.Length: > 0 } => arguments.Rooms,
        _ => [.. (_profile?.Rooms ?? []).Select(RoomNames.WithPrefix)],
    };

    /// <summary>All that a run needs to know.</summary>
    /// <exception cref="ConfigurationException">A setting is invalid, or missing.</exception>
    /// <exception cref="IOException">A file can't be read, or must not be, since others may read it too.</exception>
    public ChatOptions Read()
    {
        if (Mode == RunMode.Once && Rooms.IsEmpty)
            throw new ConfigurationException("--once needs a --room to send to. In a shell, quote it: --room '#lobby'");

        var isInteractive = Mode is RunMode.Plain or RunMode.FullScreen;
        var endpoint = ReadEndpoint();
        return new ChatOptions(endpoint, ReadTrust(), ReadSession(endpoint, isInteractive))
        {
            Rooms = Rooms,
            Retry = arguments.NoReconnect ? RetryPolicy.Never : RetryOf(Mode),
            IsErrand = Mode == RunMode.Once,
            CanAsk = isInteractive && !Console.IsInputRedirected,
            Ignored = configuration.Ignore,
        };
    }

    private static RetryPolicy RetryOf(RunMode mode) =>
        mode switch
        {
            RunMode.Once => RetryPolicy.Never,
            RunMode.FullScreen => RetryPolicy.Always,
            _ => RetryPolicy.AfterSuccess,
        };

    private Endpoint ReadEndpoint()
    {
        var text = _profile?.Address ?? arguments.Server ?? configuration.DefaultServer ?? "127.0.0.1";
        var useTls = arguments.UseTls || _profile is { Tls: true } || _profile?.Fingerprint is not null;
        return ServerAddress.TryParse(text, out var address)
            ? address.Resolve(useTls)
            : throw new ConfigurationException(
                $"'{text}' is not an address such as irc.example.org, 127.0.0.1:6667, [::1]:6667 or ws://127.0.0.1:8080");
    }

    private CertificateTrust ReadTrust() =>
        new(new KnownCertificates(ChatPaths.Certificates))
        {
            Pinned = arguments.Fingerprint ?? _profile?.Fingerprint?.Replace(":", string.Empty, StringComparison.Ordinal),
            TrustAnything = arguments.TrustAnything,
            Warn = complain,
            Own = ReadCertificate(arguments.Certificate?.FullName ?? _profile?.Certificate),
        };

    private SessionSettings ReadSession(Endpoint endpoint, bool isInteractive)
    {
        var nick = arguments.Nick ?? _profile?.Nick ?? configuration.Nick ?? Environment.UserName;
        var passwordFile = arguments.PasswordFile ?? FileAt(_profile?.PasswordFile);
        var password = new PasswordSource(arguments.AskPassword, passwordFile, ServerPasswordVariable).Read();
        return new SessionSettings(nick, configuration.RealName ?? nick, password)
        {
            Login = ReadLogin(endpoint),
            OtherNicks = configuration.OtherNicks,
            Friends = isInteractive ? configuration.Friends : [],
            HistoryOnJoin = Mode == RunMode.FullScreen ? configuration.History : 0,
            LooksAround = Mode == RunMode.FullScreen,
        };
    }

    private SaslCredentials? ReadLogin(Endpoint endpoint)
    {
        var account = arguments.Account ?? _profile?.Account;
        var mechanism = arguments.Mechanism ?? _profile?.Mechanism;
        var isExternal = "EXTERNAL".Equals(mechanism, StringComparison.OrdinalIgnoreCase);
        if (account is null && !isExternal)
            return null;
        if (isExternal)
            return new SaslCredentials(account ?? string.Empty, null, mechanism);

        var file = arguments.AccountPasswordFile ?? FileAt(_profile?.AccountPasswordFile);
        var isKnown = file is not null || Environment.GetEnvironmentVariable(AccountPasswordVariable) is { Length: > 0 };
        var source = new PasswordSource(!isKnown, file, AccountPasswordVariable, $"Password of the account {account}");
        return new SaslCredentials(account!, source.Read(), mechanism)
        {
            MaySendPassword = endpoint.IsSecure || IsThisMachine(endpoint.Host),
        };
    }

    private static bool IsThisMachine(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));

    // A profile's settings, above all its account, are for its own server and no other.
    private static ServerProfile? ProfileFor(Arguments arguments, ChatConfiguration configuration)
    {
        if ((arguments.Server ?? configuration.DefaultServer) is not { } name)
            return null;
        if (configuration.Servers.TryGetValue(name, out var profile))
            return profile;

        return configuration.Servers.Values.FirstOrDefault(other => other.Address.Equals(name, StringComparison.OrdinalIgnoreCase));
    }

    private static X509Certificate2? ReadCertificate(string? path)
    {
        if (path is null)
            return null;

        try
        {
            return X509Certificate2.CreateFromPemFile(path);
        }
        catch (Exception error) when (error is CryptographicException or UnauthorizedAccessException)
        {
            throw new IOException($"{path} does not contain a certificate with its key in PEM: {error.Message}", error);
        }
    }

    private static FileInfo? FileAt(string? path) => path is null ? null : new FileInfo(path);
}
