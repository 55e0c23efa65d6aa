namespace ChatServer.SimulationTests.Model;

/// <summary>How many commands the flood control lets one client have carried out: so many at once, and so many a second from then
/// on.</summary>
/// <remarks>When each was carried out nobody outside knows: not before it was sent, not after a later PONG came. So for every moment at
/// which one was sent, those sent from then on must be no more than the bucket held when full, and what has dripped into it
/// since.</remarks>
internal sealed class Credit((int PerSecond, int Burst)? flood)
{
    private readonly List<DateTimeOffset> _sentAt = [];

    // However much is let through at once, so much is paid off by then. No command costs more.
    private const int MostCost = 2;
    private DateTimeOffset _paidAt;

    public int Sent => _sentAt.Count;

    /// <summary>When all that was sent so far must have been carried out, if nothing but the flood control makes it wait.</summary>
    public DateTimeOffset PaidAt => _paidAt;

    /// <summary>A line is sent, whatever it is.</summary>
    public void OnLine(DateTimeOffset now)
    {
        if (flood is not var (perSecond, _)) return;
        _paidAt = (_paidAt > now ? _paidAt : now) + TimeSpan.FromSeconds((double)MostCost / perSecond);
    }

    public void OnSent(DateTimeOffset now) => _sentAt.Add(now);

    /// <summary>Why it can't be that so many have been carried out by now; null when it can.</summary>
    public string? Overdrawn(int carriedOut, DateTimeOffset now)
    {
        if (flood is not var (perSecond, burst)) return null;
        for (var first = 0; first < carriedOut; first++)
        {
            var count = carriedOut - first;
            var most = burst + (perSecond * (now - _sentAt[first]).TotalSeconds) + 1;
            if (count > most)
                return $"{count} commands were carried out within {now - _sentAt[first]} where the flood control allows {most:0}";
        }

        return null;
    }
}
