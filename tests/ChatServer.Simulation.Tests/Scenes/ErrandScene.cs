namespace ChatServer.SimulationTests.Scenes;

/// <summary>Somebody asks and waits for so long; somebody has work done elsewhere and hears of its end; a handler awaits, and what was told
/// meanwhile waits with it.</summary>
internal sealed class ErrandScene(Simulation simulation) : Scene(simulation)
{
    private static readonly TimeSpan Patience = Milliseconds(1000);

    private readonly List<string> _log = [];
    private readonly List<object> _dead = [];
    private object? _handled;
    private IActorRef _client = ActorRefs.Nobody;
    private bool _isEnding;
    private Task<bool> _stoppedAgain = Task.FromResult(false);

    private enum Manner
    {
        AtOnce,
        Twice,
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
        _client = Make<Client>("client", this);
        System.EventStream.Subscribe(_client, typeof(DeadLetter));
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
        _dead.Clear();
        var answer = messenger.Ask<string>(new Question(manner), Patience);
        Settle();
        var comesAtOnce = manner is Manner.AtOnce or Manner.Twice or Manner.WithAFailure or Manner.WithSomethingElse;
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
            Manner.AtOnce or Manner.InTime or Manner.Twice => answer is { IsCompletedSuccessfully: true, Result: "answer" },
            Manner.WithAFailure => answer.Exception?.InnerException is NotSupportedException,
            Manner.WithSomethingElse => answer.Exception?.InnerException is ArgumentException,
            _ => answer.Exception?.InnerException is AskTimeoutException,
        };
        Expect(isRight, $"asked, to be answered {manner}: {answer.Status} {answer.Exception?.InnerException}");
        Pass(Patience);
        var isDead = _dead is ["answer"];
        Expect(isDead == manner is Manner.TooLate or Manner.Twice, $"asked, to be answered {manner}: {_dead.Count} answers find nobody");
    }

    private void HaveWorkDone(IActorRef messenger)
    {
        var source = new TaskCompletionSource<string>();
        var fails = Random.Chance(0.4);
        if (Random.Chance(0.3)) Finish(source, fails);
        messenger.Tell(new Work(source), _client);
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
        if (fails) Expect(_handled is Wait, $"who has failed after it waited is told before its restart that it was handling {_handled}");
        Expect(_log.SequenceEqual(expected), $"a handler waits and {(fails ? "fails" : "ends")}: {string.Join(", ", _log)}");
    }

    private void End(IActorRef messenger, bool isBusy)
    {
        ExpectIdentity(messenger, messenger);
        var source = new TaskCompletionSource<string>();
        if (isBusy) messenger.Tell(new Wait(source));
        _isEnding = true;
        var stopped = messenger.GracefulStop(Patience);
        Settle();
        Expect(stopped.IsCompleted != isBusy, $"it stops while it is {(isBusy ? "busy" : "idle")}: {stopped.Status}");
        Pass(2 * Patience);
        Expect(
            stopped is { IsCompletedSuccessfully: true, Result: var inTime } && inTime != isBusy,
            $"it was to stop in time: {stopped.Status}");
        source.TrySetResult("done");
        Settle();
        Expect(
            _stoppedAgain is { IsCompletedSuccessfully: true, Result: true },
            $"who has asked while it was stopping hears of its end: {_stoppedAgain.Status}");
        var late = messenger.Ask<string>(new Question(Manner.AtOnce), Patience);
        Pass(2 * Patience);
        Expect(late.Exception?.InnerException is AskTimeoutException, $"who has stopped answers: {late.Status}");
        ExpectIdentity(messenger, subject: null);
    }

    /// <summary>Who is asked whether it is there says so itself; for who is not, it is said.</summary>
    private void ExpectIdentity(IActorRef messenger, IActorRef? subject)
    {
        var identity = messenger.Ask<ActorIdentity>(new Identify(_log.Count), Patience);
        Settle();
        var isTrue = identity is { IsCompletedSuccessfully: true, Result: { Subject: var shown, MessageId: int id } }
            && Equals(shown, subject) && id == _log.Count;
        Expect(isTrue, $"whether {messenger} is there: {identity.Status}");
        Pass(2 * Patience);
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
            Receive<Work>(work => work.Source.Task.PipeTo(Self, Sender, success: static done => done, failure: static _ => "failed"));
            ReceiveAsync<Wait>(WaitAsync);
            Receive<string>(Note);
        }

        protected override void PreRestart(Exception reason, object? message)
        {
            _scene._handled = message;
            base.PreRestart(reason, message);
        }

        protected override void PostRestart(Exception reason) => _scene._log.Add("is made anew");

        // Whoever begins to watch in the last moment is told of the end as well.
        protected override void PostStop()
        {
            if (_scene._isEnding) _scene._stoppedAgain = Self.GracefulStop(Patience);
        }

        private void Note(string what)
        {
            _scene._log.Add(what);
            if (what is "done" or "failed") _scene.Expect(Sender.Equals(_scene._client), $"of work it hears in the name of {Sender}");
        }

        private void Answer(Question question)
        {
            switch (question.Manner)
            {
                case Manner.AtOnce:
                    Sender.Tell("answer");
                    break;
                case Manner.Twice:
                    Sender.Tell("answer");
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

    private sealed class Client : ReceiveActor
    {
        public Client(ErrandScene scene) => Receive<DeadLetter>(dead => scene._dead.Add(dead.Message));
    }
}
