namespace ChatServer.SimulationTests.Model;

/// <content>What is certain when a PONG is there: all that was sent before its PING has taken effect.</content>
internal sealed partial class ClientModel
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private void ExpectPong(string line, string token)
    {
        var settled = world.Ledger.Settled.Count;
        var sentAt = world.Moment;
        var charged = _credit.Sent;
        var wishes = _wishes;
        var toLeave = _toLeave.ToHashSet();
        var withdrawn = _withdrawn.ToList();
        var isCaller = UserModes.Contains('g');
        var givenUp = _nicksGivenUp.ToList();
        OnTransmitting();
        var paidAt = _credit.PaidAt;
        Expect(line, reply => reply.Verb == "PONG" && reply[1] == token, onOver: answer =>
        {
            if (answer?.Verb != "PONG") return;
            _isUnsureOfRefusals = false;
            CheckHeard(settled);
            CheckPresence(wishes);
            CheckHasLeft(toLeave);
            foreach (var nick in givenUp.Where(_nicksGivenUp.Contains)) _nicksLost.TryAdd(nick, world.Moment);
            if (_credit.Overdrawn(charged, clock.GetUtcNow()) is { } overdrawn) throw Broken(Promise.BoundedEverything, overdrawn);
            _isSurelyCaller = isCaller && UserModes.Contains('g');
            CheckNotTooSlow(paidAt);

            // What it has wished for again meanwhile has been taken out.
            _noMoreWatched.UnionWith(withdrawn.Where(_withdrawn.Contains));
            _syncedAt = sentAt;
            LastPong = token;
        });
    }

    // Bytes that take their time, and those who do not read, make others wait as well.
    private void CheckNotTooSlow(DateTimeOffset paidAt)
    {
        if (world.Settings.Flood is null || world.Settings.Latency > TimeSpan.Zero || world.Faults > 0 || ExcuseForEnd is not null) return;
        var late = clock.GetUtcNow() - paidAt;
        if (late > Patience) throw Broken(Promise.OneCommandAtATime, $"is served {late} later than the flood control makes it wait");
    }
}
