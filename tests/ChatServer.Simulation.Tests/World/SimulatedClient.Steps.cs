using ChatServer.SimulationTests.Plans;

namespace ChatServer.SimulationTests.World;

/// <content>What each step of a plan does.</content>
internal sealed partial class SimulatedClient
{
    private void GoOn()
    {
        _isIdle = true;
        while (_next < _plan.Steps.Count && !Model.IsGone)
        {
            switch (_plan.Steps[_next++])
            {
                case Step.Say say:
                    Say(WithNicks(say.Line));
                    if (say.Line.StartsWith("QUIT", StringComparison.Ordinal))
                    {
                        Model.ExcuseForEnd = "it has quit";
                        return;
                    }

                    break;
                case Step.SayLines several:
                    SayLines(several);
                    break;
                case Step.Recall recall:
                    if (Model.Recall(recall) is { } question) Say(question);
                    break;
                case Step.TakeBack takeBack:
                    if (Model.TakeBack(takeBack) is { } redaction) Say(redaction);
                    break;
                case Step.Babble babble:
                    Babble(babble.Bytes);
                    break;
                case Step.Sync:
                    _isIdle = false;
                    Sync($"s{_next}");
                    return;
                case Step.Rest rest:
                    Pause(rest.For);
                    return;
                case Step.StopReading stop:
                    StopReading(stop.For);
                    break;
                case Step.Vanish vanish:
                    Vanish(vanish.InOrder);
                    return;
                case Step.Break wish:
                    Break(wish.Victim);
                    break;
                case Step.SetCalendar set:
                    Note($"somebody sets the server's date by {set.By}");
                    _server.Calendar.Offset += set.By;
                    break;
            }
        }
    }

    private string WithNicks(string line)
    {
        line = line.Replace(Vocabulary.OwnNickNow, Model.Nick, StringComparison.Ordinal);
        if (!line.Contains(Vocabulary.SomebodyNow, StringComparison.Ordinal)) return line;
        return line.Replace(Vocabulary.SomebodyNow, Model.SomebodyIn(line.Split(' ')[1], _next), StringComparison.Ordinal);
    }

    private void Pause(TimeSpan time)
    {
        _isIdle = false;
        _server.Network.After(time, GoOn);
    }

    /// <summary>A batch, of which the first line stands for the whole in what the model knows; Source: IRCv3 draft/multiline.</summary>
    private void SayLines(Step.SayLines several)
    {
        var (target, lines) = several;
        if (!_plan.Speaks.HasFlag(Speech.Multiline))
        {
            foreach (var line in lines) Say($"PRIVMSG {target} :{line.Replace('/', '+')}");
            return;
        }

        if (Model.IsGone) return;
        Model.OnSending($"PRIVMSG {target} :{lines[0]}", [.. lines.Skip(1)]);
        var reference = $"b{++_batches}";
        Transmit(Model.Label($"BATCH +{reference} draft/multiline {target}"));
        foreach (var line in lines) Transmit($"@batch={reference} PRIVMSG {target} :{line}");
        Transmit($"BATCH -{reference}");
    }

    private void Babble(byte[] bytes)
    {
        Note($"sends {bytes.Length} bytes that are no command");
        Model.OnBabble();
        Model.OnTransmitting();
        _link.Send(bytes);
    }

    private void StopReading(TimeSpan? time)
    {
        Note(time is null ? "reads no more" : $"does not read for {time}");
        Model.IsStalled = true;
        Model.ExcuseForEnd = "it does not read";
        _link.IsStalled = true;
        if (time is not { } limited)
        {
            Model.StalledSince = _world.Ledger.Settled.Count;
            return;
        }

        _willReadAgain = true;
        _server.Network.After(limited, () =>
        {
            _willReadAgain = false;

            // Meanwhile it may have stopped for good.
            if (Model.IsGone || Model.StalledSince is not null) return;
            Note("reads again");
            Model.IsStalled = false;
            _link.IsStalled = false;
        });
    }

    private void Vanish(bool inOrder)
    {
        Note(inOrder ? "ends the line" : "is cut off");
        Model.ExcuseForEnd = "it has vanished";
        Model.HasVanished = true;
        if (inOrder)
        {
            _link.EndSending();
            if (!Model.IsStalled) return;
        }

        Model.IsGone = true;
        _link.Cut();
    }

    private void Break(Victim victim)
    {
        if (victim == Victim.RoomInChange && !_world.TryFaultInChange()) return;
        Note($"something throws: {victim}");
        _world.Faults++;
        Faults.Arrange(_server.Simulation, victim, connection: $"/user/chat/listener/c{_server.ConnectionNumberOf(_link)}");
        if (victim == Victim.MyConnection) Model.ExcuseForEnd = "its connection was made to fail";
        if (victim is Victim.UserAtNews or Victim.UserAtGossip or Victim.AnyUser or Victim.AnyWriting or Victim.AnyTimer)
            _world.FaultsThatClose++;
    }
}
