namespace ChatServer.Actors;

// The receive timeout.
internal sealed partial class ActorCell
{
    private ReceiveTimeoutTimer? _receiveTimeout;

    public TimeSpan? ReceiveTimeout => _receiveTimeout?.Timeout;

    public void SetReceiveTimeout(TimeSpan? timeout)
    {
        _receiveTimeout?.Cancel();
        _receiveTimeout = null;
        if (timeout is { } wanted)
        {
            ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(wanted, TimeSpan.Zero, nameof(timeout));
            _receiveTimeout = new ReceiveTimeoutTimer(_self, System.TimeProvider, wanted);
        }
    }

    /// <summary>After each handled message: restarts the idle time.</summary>
    private void TouchReceiveTimeout(object? message)
    {
        if (message is not INotInfluenceReceiveTimeout || !_receiveTimeout!.IsArmed) ArmReceiveTimeout();
    }

    private void ArmReceiveTimeout()
    {
        if (!IsTerminating) _receiveTimeout?.Touch();
    }
}
