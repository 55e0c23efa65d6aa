namespace ChatServer.Benchmarks.Actors;

/// <summary>An actor tells one object to many, as a room does with its members. A few rounds are on their way at a time.</summary>
internal static class FanOutBenchmark
{
    private const int RoundsOnTheWay = 4;

    public static async Task<Measurement> RunAsync(ActorSystem system, int members, int rounds)
    {
        var room = system.ActorOf(Props.Create(() => new Room(members)));
        await room.Ask<string>("ready?", TimeSpan.FromMinutes(1));
        return await Measurement.OfAsync($"fan-out 1 to {members}", "delivery", members * rounds, async () =>
        {
            var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            room.Tell(new Start(rounds, done));
            await done.Task;
        });
    }

    private sealed record Start(int Rounds, TaskCompletionSource Done);

    private sealed record Line(int Round, bool IsLast);

    private sealed class Room : ReceiveActor
    {
        private readonly IActorRef[] _members;
        private int _toSend;
        private int _toHear;
        private TaskCompletionSource? _done;

        public Room(int members)
        {
            _members = [.. Enumerable.Range(0, members).Select(i => Context.ActorOf(Props.Create(() => new Member()), $"m{i}"))];
            Receive<string>(_ => Sender.Tell("ready"));
            Receive<Start>(start =>
            {
                (_toSend, _toHear, _done) = (start.Rounds, start.Rounds, start.Done);
                for (var i = 0; i < RoundsOnTheWay; i++) Send();
            });
            Receive<Line>(_ =>
            {
                if (--_toHear == 0) _done!.SetResult();
                else if (_toSend > 0) Send();
            });
        }

        private void Send()
        {
            _toSend--;
            var line = new Line(_toSend, IsLast: false);
            for (var i = 0; i < _members.Length - 1; i++) _members[i].Tell(line);
            // The last member answers: then this round has been sent to everybody.
            _members[^1].Tell(line with { IsLast = true });
        }
    }

    private sealed class Member : ReceiveActor
    {
        private int _heard;

        public Member() => Receive<Line>(line =>
        {
            _heard++;
            if (line.IsLast) Sender.Tell(line);
        });
    }
}
