namespace ChatServer.SimulationTests.Scenes;

/// <summary>Somebody asks and waits for so long; somebody has work done elsewhere and hears of its end; a handler awaits, and what was told
/// meanwhile waits with it.</summary>
internal sealed class ErrandScene(Simulation simulation) : Scene(simulation)
{
    private static readonly TimeSpan Patience = Milliseconds(1000);

    private readonly List<string> _log = [];

    private enum Manner
    {
        AtOnce,
        InTime,
        TooLate,
        Never,
        WithAFailure,
        WithSomethingElse,
    }

    private sealed record Question(Manner Manner);

    /// <summary>Work that is done elsewhere.</summary>
    private sealed record Work(TaskCompletionSource<string> Source);

    /// <summary>Work that the handler itself waits for.</summary>
    private sealed record Wait(TaskCompletionSource<string> Source);

    protected override void Play()
    {
        var messenger = Make<Messenger>("messenger", this);
        for (var i = 1 + Random.Next(5); i > 0; i--)
        {
            _log.Clear();
            switch (Random.Next(3))
            {
                case 0:
                    Ask(messenger, (Manner)Random.Next(Enum.GetValues<Manner>().Length));
                    break;
                case 1:
                    HaveWorkDone(messenger);
                    break;
                default:
                    Await(messenger);
                    break;
            }
        }

        End(messenger, isBusy: Random.Chance(0.5));
    }

    private void Ask(IActorRef messenger, Manner manner)
    {
        var answer = messenger.Ask<string>(new Question(manner), Patience);
        Settle();
        var comesAtOnce = manner is Manner.AtOnce or Manner.WithAFailure or Manner.WithSomethingElse;
        Expect(
            answer.IsCompleted == comesAtOnce,
            $"asked, to be answered {manner}: it {(answer.IsCompleted ? "is" : "is not")} answered at once");
        if (comesAtOnce) Expect(Simulation.Clock.UntilNext is null, "who has his answer is waited for all the same");
        Pass(Patience - Milliseconds(1));
        Expect(
            answer.IsCompleted == (comesAtOnce || manner == Manner.InTime),
            $"asked, to be answered {manner}: {answer.Status} before its time is up");
        Pass(Milliseconds(2));
        var isRight = manner switch
        {
            Manner.AtOnce or Manner.InTime => answer is { IsCompletedSuccessfully: true, Result: "answer" },
            Manner.WithAFailure => answer.Exception?.InnerException is NotSupportedException,
            Manner.WithSomethingElse => answer.Exception?.InnerException is ArgumentException,
            _ => answer.Exception?.InnerException is AskTimeoutException,
        };
        Expect(isRight, $"asked, to be answered {manner}: {answer.Status} {answer.Exception?.InnerException}");
        Pass(Patience);
    }

    private void HaveWorkDone(IActorRef messenger)
    {
        var source = new TaskCompletionSource<string>();
        var fails = Random.Chance(0.4);
        if (Random.Chance(0.3)) Finish(source, fails);
        messenger.Tell(new Work(source));
        messenger.Tell("meanwhile");
        Settle();
        Finish(source, fails);
        Settle();
        var heard = _log.Where(entry => entry != "meanwhile").ToList();
        Expect(
            heard is [var only] && only == (fails ? "failed" : "done"),
            $"of work that {(fails ? "failed" : "was done")} it heard: {string.Join(' ', heard)}");
        Expect(_log.Count == 2, "what was told meanwhile did not come");
    }

    private void Await(IActorRef messenger)
    {
        var source = new TaskCompletionSource<string>();
        var fails = Random.Chance(0.3);
        var isStashed = Random.Chance(0.2);
        if (isStashed) Finish(source, fails);
        messenger.Tell("before");
        messenger.Tell(new Wait(source), System.DeadLetters);
        messenger.Tell("after");
        Settle();
        if (!isStashed) Expect(_log is ["before", "begins"], $"while a handler waits there was: {string.Join(' ', _log)}");
        Simulation.Post(() => Finish(source, fails));
        Settle();
        string[] expected = fails ? ["before", "begins", "is made anew", "after"] : ["before", "begins", "ends", "after"];
        Expect(_log.SequenceEqual(expected), $"a handler waits and {(fails ? "fails" : "ends")}: {string.Join(", ", _log)}");
    }

    private void End(IActorRef messenger, bool isBusy)
    {
        var source = new TaskCompletionSource<string>();
        if (isBusy) messenger.Tell(new Wait(source));
        var stopped = messenger.GracefulStop(Patience);
        Settle();
        Expect(stopped.IsCompleted != isBusy, $"it stops while it is {(isBusy ? "busy" : "idle")}: {stopped.Status}");
        Pass(2 * Patience);
        Expect(
            stopped is { IsCompletedSuccessfully: true, Result: var inTime } && inTime != isBusy,
            $"it was to stop in time: {stopped.Status}");
        source.TrySetResult("done");
        Settle();
        var late = messenger.Ask<string>(new Question(Manner.AtOnce), Patience);
        Pass(2 * Patience);
        Expect(late.Exception?.InnerException is AskTimeoutException, $"who has stopped answers: {late.Status}");
    }

    private static void Finish(TaskCompletionSource<string> source, bool fails)
    {
        if (fails) source.TrySetException(new NotSupportedException("It can't be done."));
        else source.TrySetResult("done");
    }

    private sealed class Messenger : ReceiveActor
    {
        private readonly ErrandScene _scene;

        public Messenger(ErrandScene scene)
        {
            _scene = scene;
            Receive<Question>(Answer);
            Receive<Work>(work => work.Source.Task.PipeTo(Self, success: static done => done, failure: static _ => "failed"));
            ReceiveAsync<Wait>(WaitAsync);
            Receive<string>(scene._log.Add);
        }

        protected override void PostRestart(Exception reason) => _scene._log.Add("is made anew");

        private void Answer(Question question)
        {
            switch (question.Manner)
            {
                case Manner.AtOnce:
                    Sender.Tell("answer");
                    break;
                case Manner.WithAFailure:
                    Sender.Tell(new Status.Failure(new NotSupportedException("No.")));
                    break;
                case Manner.WithSomethingElse:
                    Sender.Tell(42);
                    break;
                case Manner.InTime or Manner.TooLate:
                    var delay = question.Manner == Manner.InTime ? Patience / 2 : 1.5 * Patience;
                    Context.System.Scheduler.ScheduleTellOnce(delay, Sender, "answer", Self);
                    break;
            }
        }

        private async Task WaitAsync(Wait wait)
        {
            var asker = Sender;
            _scene._log.Add("begins");
            await wait.Source.Task;
            _scene._log.Add("ends");
            _scene.Expect(Sender.Equals(asker), $"after it has waited its asker is {Sender}");
        }
    }
}
