using ChatClient.Connection;
using ChatClient.Session;
using ChatServer.Protocol;

namespace ChatClient;

// Connections: the first, and those after it.
internal sealed partial class Chat
{
    // A connection that has worked for this long is no failure when it breaks.
    private static readonly TimeSpan ProvenAfter = TimeSpan.FromSeconds(60);

    private readonly RetryDelay _delay = new(Random.Shared);
    private IrcConnection? _connection;
    private Task _closing = Task.CompletedTask;
    private CertificateDoubt? _doubt;
    private DateTimeOffset? _retryAt;
    private DateTimeOffset _readySince;
    private bool _wasReady;
    private bool _isConnecting;

    /// <inheritdoc/>
    public void Reconnect()
    {
        if (_connection is not null)
            OnLost("reconnecting");
        if (!_isConnecting && _exit is null)
            Connect();
    }

    private void Connect()
    {
        _retryAt = null;
        _isConnecting = true;
        Raise(new Connecting(_time.GetUtcNow(), _options.Endpoint.ToString(), _delay.Failures + 1));
        _ = ConnectAsync();
    }

    private async Task ConnectAsync()
    {
        try
        {
            var connection = await Connector.ConnectAsync(_options.Endpoint, _options.Trust, _interrupt.Token);
            await Post(() => OnConnected(connection));
        }
        catch (ConnectionFailedException error)
        {
            await Post(() => OnConnectionFailed(error));
        }
        catch (OperationCanceledException)
        {
            // Interrupted: the loop knows, and leaves.
        }
    }

    private void OnConnected(IrcConnection connection)
    {
        _isConnecting = false;
        if (_exit is not null || _stage == Stage.Leaving)
        {
            _closing = connection.DisposeAsync().AsTask();
            return;
        }

        _connection = connection;
        Raise(new Connected(_time.GetUtcNow(), _options.Endpoint.ToString(), connection.Security));
        _ = ReadAsync(connection);
        Apply(_session.Start());
    }

    private async Task ReadAsync(IrcConnection connection)
    {
        var fault = "the server closed it";
        try
        {
            await foreach (var message in connection.ReadAllAsync())
                await Post(() => OnReceived(connection, message));
        }
        catch (Exception error) when (error is IOException or OperationCanceledException or ObjectDisposedException)
        {
            fault = error.Message;
        }

        await Post(() => OnClosed(connection, fault));
    }

    // Input from an abandoned connection is dropped.
    private void OnReceived(IrcConnection connection, IrcMessage message)
    {
        if (connection == _connection)
            Apply(_session.Receive(message));
    }

    private void OnClosed(IrcConnection connection, string fault)
    {
        if (connection == _connection)
            OnLost(fault);
    }

    private void Send(IrcMessage line)
    {
        if (_connection?.Send(line) == false)
            OnLost("the server does not read what we send");
    }

    private void OnLost(string reason)
    {
        if (_connection is null)
            return;

        _closing = _connection.DisposeAsync().AsTask();
        _connection = null;
        Apply(_session.Lost());
        if (_exit is not null)
            return;
        if (_stage == Stage.Leaving || (_stage == Stage.Finishing && !_options.IsErrand))
        {
            _exit = CodeForLeaving();
            return;
        }

        if (_wasReady && _time.GetUtcNow() - _readySince > ProvenAfter)
            _delay.Reset();
        RetryOrEnd(reason, "connection lost", _stage == Stage.Joining && !_wasReady ? ExitCode.NoConnection : ExitCode.ConnectionLost);
    }

    private void OnConnectionFailed(ConnectionFailedException error)
    {
        _isConnecting = false;
        if (error.Doubt is { } doubt && _options.CanAsk)
        {
            _doubt = doubt;
            Raise(new CertificateDoubted(_time.GetUtcNow(), doubt.Server, doubt.Fingerprint, doubt.Reason, doubt.Remembered));
        }
        else if (error.Doubt is not null)
        {
            _view.Complain(
                $"{error.Message}. If you know this server, --tls-insecure connects anyway, and --fingerprint trusts only this one");
            _exit ??= ExitCode.NoConnection;
        }
        else
        {
            RetryOrEnd(error.Message, $"can't connect to {_options.Endpoint.Host} port {_options.Endpoint.Port}", ExitCode.NoConnection);
        }
    }

    private void RetryOrEnd(string reason, string complaint, ExitCode code)
    {
        var retries = _options.Retry == RetryPolicy.Always || (_options.Retry == RetryPolicy.AfterSuccess && _wasReady);
        if (retries && _stage is (Stage.Joining or Stage.Talking))
        {
            var delay = _delay.Next();
            _retryAt = _time.GetUtcNow() + delay;
            Raise(new Disconnected(_time.GetUtcNow(), reason, delay));
            return;
        }

        Raise(new Disconnected(_time.GetUtcNow(), reason, RetryIn: null));
        _view.Complain($"{complaint}: {reason}");
        _exit ??= code;
    }

    // The user's answer to the question whether to trust a certificate.
    private void OnAnswered(CertificateDoubt doubt, string answer)
    {
        _doubt = null;
        if (!answer.Trim().Equals("yes", StringComparison.OrdinalIgnoreCase))
        {
            _view.Show("Not trusted. Type /connect to try again, or /quit to leave.");
            return;
        }

        try
        {
            _options.Trust.Known.Remember(doubt.Server, doubt.Fingerprint);
            Connect();
        }
        catch (IOException error)
        {
            _view.Complain($"can't remember the certificate: {error.Message}");
        }
    }

    private async Task CloseAsync()
    {
        if (_connection is not null)
            await _connection.DisposeAsync();
        await _closing;
    }
}
