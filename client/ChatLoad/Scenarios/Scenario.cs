using ChatLoad.Clients;
using ChatLoad.Delivery;
using ChatLoad.Load;
using ChatLoad.Measuring;
using ChatServer.Protocol;

namespace ChatLoad.Scenarios;

/// <summary>What the clients of one process do, from the first connection to the last arrival. Only the loop.</summary>
/// <remarks>Set up -> warm up -> measure -> drain. Each step begins when all processes have ended the one before.</remarks>
internal abstract class Scenario(Bench bench) : IClientEvents
{
    private const int MostPoints = 400;

    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan ShortestInterval = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan PatienceForSettingUp = TimeSpan.FromMinutes(10);

    private long _publishAt;

    /// <summary>What it works with.</summary>
    protected Bench Bench => bench;

    /// <summary>What is to be done.</summary>
    protected LoadSettings Settings => bench.Settings;

    /// <summary>What is measured.</summary>
    protected Meter Meter => bench.Meter;

    /// <summary>When bytes that are being handled were received.</summary>
    protected long Now => bench.Loop.ReceivedAt;

    /// <summary>This process's part of the rate, the stages and the count.</summary>
    protected virtual Portion Portion => new(Settings.Process, 1, Settings.Processes);

    /// <summary>Whether no more work may begin, because somebody has ended the run.</summary>
    protected bool IsStopped => bench.Stop.IsCancellationRequested;

    /// <summary>Whether a warm-up makes sense: whether the work is traffic over lasting connections.</summary>
    protected virtual bool HasWarmup => true;

    /// <summary>Does it all.</summary>
    /// <exception cref="LoadFailedException">It could not be set up.</exception>
    public ProcessResult Run()
    {
        bench.Loop.Housekeeping = Housekeep;
        Wait(Checkpoint.Start);
        Meter.Stage = "setting up";
        SetUp();
        Wait(Checkpoint.Ready);
        if (HasWarmup && Settings.Warmup > TimeSpan.Zero)
        {
            Meter.Stage = "warming up";
            Work(LoadShape.Constant(Settings.Shape(StartLevel, Portion.Share).Peak, Settings.Warmup), long.MaxValue);
            Drain(Checkpoint.WarmedUp);
        }

        FailIfStopped();
        Meter.Clear();
        Wait(Checkpoint.Measure);
        Meter.Stage = "measuring";
        var shape = Settings.Shape(StartLevel, Portion.Share);
        Meter.Begin(TimeSpan.FromTicks(Math.Max(ShortestInterval.Ticks, shape.Length.Ticks / MostPoints)));
        Work(shape, Settings.Count is { } count ? Portion.Of(count) : long.MaxValue);
        Meter.AllSent();
        Meter.Stage = IsStopped ? "interrupted, waiting for the last" : "waiting for the last";
        Drain(Checkpoint.Sent);
        Settle();
        Wait(Checkpoint.Arrived);
        Conclude();
        Meter.Publish(Clock.Now);
        Wait(Checkpoint.End);
        return Meter.End();
    }

    /// <inheritdoc/>
    public virtual void OnRegistered(IrcClient client)
    {
    }

    /// <inheritdoc/>
    public virtual void OnJoined(IrcClient client)
    {
    }

    /// <inheritdoc/>
    public virtual void OnStamped(IrcClient client, in Stamp stamp)
    {
    }

    /// <inheritdoc/>
    public virtual void OnMessage(IrcClient client, in MessageView message)
    {
    }

    /// <inheritdoc/>
    public virtual void OnClosed(IrcClient client)
    {
    }

    /// <summary>Where the load of this process begins: its rate in an open loop, how many of its senders are active in a closed
    /// one.</summary>
    protected abstract double StartLevel { get; }

    /// <summary>Prepares everything that is not measured.</summary>
    protected abstract void SetUp();

    /// <summary>Does the work, for as long as the shape lasts.</summary>
    /// <param name="shape">The load over time.</param>
    /// <param name="count">Units of work to begin at most.</param>
    protected abstract void Work(LoadShape shape, long count);

    /// <summary>After the last arrival: waits until the server has done all that belongs to the work.</summary>
    protected virtual void Settle()
    {
    }

    /// <summary>After that: what else is to be noted.</summary>
    protected virtual void Conclude()
    {
    }

    /// <summary>Called some fifty times a second.</summary>
    protected virtual void OnHousekeeping(long now)
    {
    }

    /// <summary>Connects clients, so many at once, and waits until all are registered.</summary>
    protected void RegisterAll(IReadOnlyList<IrcClient> clients)
    {
        var next = 0;
        Meter.Stage = "connecting";
        var deadline = Clock.Now + Clock.Nanoseconds(PatienceForSettingUp);
        while (Meter.Online < clients.Count)
        {
            while (next < clients.Count && Meter.Opening < Settings.Handshakes)
                clients[next++].Connect(Clock.Now);
            FailIfEnded("registering", clients.Count, deadline);
            bench.Loop.Pump(deadline);
        }

        WaitUntilQuiet();
        Wait(Checkpoint.Registered);
    }

    /// <summary>Makes clients join their rooms, so many joins at once, and waits until all have joined and the server is quiet.</summary>
    protected void JoinAll(IReadOnlyList<IrcClient> clients, Action<IrcClient> join)
    {
        var next = 0;
        var answered = 0;
        Meter.Stage = "joining";
        var deadline = Clock.Now + Clock.Nanoseconds(PatienceForSettingUp);
        while (answered < clients.Count)
        {
            for (; next < clients.Count && next - answered < Settings.Handshakes; next++)
                join(clients[next]);
            FailIfEnded("joining", clients.Count, deadline);
            bench.Loop.Pump(deadline);
            while (answered < next && clients[answered].JoinsPending == 0)
                answered++;
        }

        WaitUntilQuiet();
    }

    /// <summary>Waits for the other processes, and keeps serving its connections.</summary>
    protected void Wait(Checkpoint checkpoint)
    {
        // Whoever samples the server at a checkpoint divides by the connections of that very moment.
        Meter.Publish(Clock.Now);
        bench.Loop.PumpUntil(() => bench.Pace.MayPass(checkpoint, Meter), long.MaxValue);
    }

    private void Drain(Checkpoint sent)
    {
        Wait(sent);
        var patience = Clock.Nanoseconds(Settings.Drain);
        var begun = Clock.Now;
        bench.Loop.PumpUntil(
            () => bench.Pace.IsDrained(Meter) || Clock.Now > Math.Max(begun, Meter.LastArrival) + patience, long.MaxValue);
    }

    /// <summary>Waits until the server sends nothing more.</summary>
    protected void WaitUntilQuiet() => bench.Loop.PumpUntilQuiet(Quiet, Clock.Now + Clock.Nanoseconds(PatienceForSettingUp));

    private void FailIfStopped()
    {
        if (IsStopped)
            throw new LoadFailedException("interrupted before anything was measured");
    }

    private void FailIfEnded(string doing, int clients, long deadline)
    {
        FailIfStopped();
        if (Meter.Disconnected > 0 || Meter.Errors > 0 || Clock.Now > deadline)
            throw new LoadFailedException($"not all of {clients} clients got through {doing}; {Meter.Online} are registered", Meter);
    }

    private void Housekeep(long now)
    {
        Meter.Housekeep(now);
        OnHousekeeping(now);
        if (now < _publishAt)
            return;
        Meter.Publish(now);
        _publishAt = now + (Clock.Second / 10);
    }
}
