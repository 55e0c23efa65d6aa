using System.Text;
using ChatServer.SimulationTests.Model;
using ChatServer.SimulationTests.Plans;
using ChatServer.SimulationTests.World;

namespace ChatServer.SimulationTests;

/// <summary>What one client's model makes of a conversation: nothing that a server may do is called a mistake, and what it may not do
/// is.</summary>
public sealed class ClientModelTests
{
    private const string Me = "n1!~u1@10.0.0.1";

    private static readonly string[] HistoryOfTwo =
    [
        ":sim.example BATCH +1 chathistory #a",
        $"@batch=1 :{Me} PRIVMSG #a :m1",
        $"@batch=1 :{Me} PRIVMSG #a :m2",
        ":sim.example BATCH -1",
    ];

    private readonly WorldModel _world = new(new RunSettings());
    private readonly ClientModel _client;

    public ClientModelTests()
    {
        _client = new ClientModel(_world, number: 1, Speech.Echo | Speech.FullNames | Speech.Past, new TestScheduler());
        _world.Clients.Add(_client);
        Reads(":sim.example 001 n1 :Welcome");
        _client.OnSending("JOIN #a");
        Reads($":{Me} JOIN #a", $":sim.example 353 n1 = #a :@{Me}", ":sim.example 366 n1 #a :End of /NAMES list");
    }

    [Fact]
    public void Of_several_changes_of_modes_some_may_be_carried_out_and_others_refused()
    {
        Sends("MODE #a -o+v n1 n1", "PRIVMSG n2 :m1", "KICK #a n3 :k1", "PING end");
        Reads(
            $":{Me} MODE #a -o n1",
            ":sim.example 482 n1 #a :You're not channel operator",
            ":sim.example 401 n1 n2 :No such nick/channel",
            ":sim.example 482 n1 #a :You're not channel operator",
            ":sim.example PONG sim.example :end");
        Assert.NotEqual(Outcome.Taken, _world.Ledger.Find("m1")!.Outcome);
        Assert.Null(_client.Unanswered);
    }

    [Fact]
    public void Of_two_changes_with_one_name_one_may_be_carried_out_and_the_other_refused()
    {
        Sends("MODE #a +vN nobody", "NOTICE #a :m1", "MODE #a +vN nobody", "PING end");
        Reads(
            $":{Me} MODE #a +N",
            ":sim.example 401 n1 nobody :No such nick/channel",
            $":{Me} NOTICE #a :m1",
            ":sim.example 401 n1 nobody :No such nick/channel",
            ":sim.example PONG sim.example :end");
        Assert.Equal(Outcome.Taken, _world.Ledger.Find("m1")!.Outcome);
    }

    [Fact]
    public void Who_is_here_and_who_is_not_are_two_lines_that_answer_one_wish()
    {
        Sends("MONITOR + n2,n1", "NOTICE #a :m1", "MONITOR + n3", "PING end");
        Reads(
            $":sim.example 730 n1 :{Me}",
            ":sim.example 731 n1 :n2",
            $":{Me} NOTICE #a :m1",
            ":sim.example 731 n1 :n3",
            ":sim.example PONG sim.example :end");
        Assert.Equal(Outcome.Taken, _world.Ledger.Find("m1")!.Outcome);
    }

    [Fact]
    public void A_wish_to_watch_a_nick_must_be_answered_before_what_comes_after_it()
    {
        Sends("MONITOR + n2,n3", "PING end");
        Reads(":sim.example 731 n1 :n2");
        Objects(Promise.OneCommandAtATime, ":sim.example PONG sim.example :end");
    }

    [Fact]
    public void An_answer_that_is_on_its_way_does_not_answer_a_wish_made_after_it_was_withdrawn()
    {
        Sends("MONITOR + n2", "PING first", "MONITOR - n2", "MONITOR + n2", "PING second");
        Reads(":sim.example PONG sim.example :first");
        Objects(Promise.OneCommandAtATime, ":sim.example PONG sim.example :second");
    }

    [Fact]
    public void A_fault_at_a_command_that_has_no_answer_is_not_the_answer_to_the_next_one_of_its_kind()
    {
        _world.Faults = 1;
        Sends("MONITOR + n2", "VERSION", "MONITOR L");
        Reads(":sim.example 400 n1 MONITOR :An internal error", ":sim.example 351 n1 :1.0", ":sim.example 733 n1 :End of MONITOR list");
        Assert.Null(_client.Unanswered);
    }

    [Fact]
    public void When_one_of_two_questions_has_failed_the_answer_may_be_that_to_the_other()
    {
        _world.Faults = 1;
        Sends("PRIVMSG #a :m1", "PRIVMSG #a :m2", "CHATHISTORY LATEST #a * 1", "CHATHISTORY LATEST #a * 2", "PING end");
        Reads($":{Me} PRIVMSG #a :m1", $":{Me} PRIVMSG #a :m2", ":sim.example 400 n1 CHATHISTORY :An internal error");
        Reads(HistoryOfTwo);
        Reads(":sim.example PONG sim.example :end");
        Assert.Null(_client.Unanswered);
    }

    [Fact]
    public void An_answer_has_no_more_than_was_asked_for()
    {
        Sends("PRIVMSG #a :m1", "PRIVMSG #a :m2", "CHATHISTORY LATEST #a * 1", "CHATHISTORY LATEST #a * 2");
        Reads($":{Me} PRIVMSG #a :m1", $":{Me} PRIVMSG #a :m2");
        Reads(HistoryOfTwo[..^1]);
        Objects(Promise.KnowledgeIsTrue, HistoryOfTwo[^1]);
    }

    [Fact]
    public void A_refusal_to_tell_all_operators_something_says_nothing_of_a_later_command()
    {
        Sends("WALLOPS :w1", "NOTICE #a :m1", "SQUIT nowhere :why");
        Reads(":sim.example 481 n1 :Permission denied", $":{Me} NOTICE #a :m1", ":sim.example 481 n1 :Permission denied");
        Assert.Equal(Outcome.Taken, _world.Ledger.Find("m1")!.Outcome);
        Assert.Null(_client.Unanswered);
    }

    [Fact]
    public void A_wish_that_is_refused_is_forgotten_though_an_older_one_was_answered()
    {
        Sends("MONITOR + n2", "MONITOR - n2", "MONITOR + n2", "PING end");
        Reads(":sim.example 731 n1 :n2", ":sim.example 734 n1 0 n2 :Monitor list is full.", ":sim.example PONG sim.example :end");
        Assert.Empty(_client.Watched);
    }

    [Fact]
    public void A_refusal_to_accept_somebody_says_nothing_of_a_later_message()
    {
        Sends("ACCEPT n2", "PRIVMSG n2 :m1", "PING end");
        Reads(
            ":sim.example 401 n1 n2 :No such nick/channel",
            $":{Me} PRIVMSG n2 :m1",
            ":sim.example PONG sim.example :end");
        Assert.Equal(Outcome.Taken, _world.Ledger.Find("m1")!.Outcome);
    }

    [Fact]
    public void What_is_said_to_a_room_that_took_the_name_of_another_is_for_its_own_members()
    {
        var other = new ClientModel(_world, number: 2, Speech.Echo, new TestScheduler());
        _world.Clients.Add(other);
        other.OnLine(Line(":sim.example 001 n2 :Welcome"));
        other.OnSending("PRIVMSG #a :m2");
        Sends("RENAME #a #b :r1", "PING end");
        Reads($":{Me} PART #a :r1", $":{Me} JOIN #b", $":sim.example 353 n1 = #b :@{Me}", ":sim.example 366 n1 #b :End of /NAMES list");
        other.OnLine(Line(":n2!~u2@10.0.0.2 PRIVMSG #a :m2"));
        Reads(":sim.example PONG sim.example :end");
    }

    [Fact]
    public void Who_joins_a_room_that_he_is_in_by_its_new_name_hears_nothing()
    {
        Sends("RENAME #a #b :r1", "JOIN #b", "PING end");
        Reads($":{Me} PART #a :r1", $":{Me} JOIN #b", $":sim.example 353 n1 = #b :@{Me}", ":sim.example 366 n1 #b :End of /NAMES list");
        Reads(":sim.example PONG sim.example :end");
        Assert.Null(_client.Unanswered);
    }

    [Fact]
    public void Names_of_a_room_end_by_the_name_that_was_asked_for_though_it_has_another_by_then()
    {
        Sends("NAMES #c", "JOIN #d");
        Reads(":sim.example 353 n1 = #d :@n2!~u2@10.0.0.2", ":sim.example 366 n1 #c :End of /NAMES list");
        Reads($":{Me} JOIN #d", $":sim.example 353 n1 = #d :@n2!~u2@10.0.0.2 {Me}", ":sim.example 366 n1 #d :End of /NAMES list");
    }

    [Fact]
    public void What_was_said_to_the_room_must_be_heard_before_the_answer_to_a_later_command()
    {
        var other = new ClientModel(_world, number: 2, Speech.Echo, new TestScheduler());
        _world.Clients.Add(other);
        other.OnLine(Line(":sim.example 001 n2 :Welcome"));
        other.OnSending("PRIVMSG #a :m2");
        other.OnLine(Line(":n2!~u2@10.0.0.2 PRIVMSG #a :m2"));
        Sends("PING end");
        Objects(Promise.NothingSilent, ":sim.example PONG sim.example :end");
    }

    [Fact]
    public void What_a_line_of_garbage_is_answered_with_is_not_the_answer_to_one_of_two_equal_commands()
    {
        _client.OnBabble();
        Sends("TOPIC #a :t1", "KICK #a n3 :k1", "TOPIC #a :t1", "PING end");
        Reads(
            ":sim.example 482 n1 #a :You're not channel operator",
            $":{Me} TOPIC #a :t1",
            ":sim.example 441 n1 n3 #a :They aren't on that channel",
            $":{Me} TOPIC #a :t1",
            ":sim.example PONG sim.example :end");
        Assert.Null(_client.Unanswered);
    }

    [Fact]
    public void A_failure_of_a_command_that_it_names_is_not_meant_for_garbage()
    {
        _client.OnBabble();
        Sends("CHATHISTORY AFTER #a msgid=x 3", "CHATHISTORY LATEST #a * 3", "PING end");
        Reads(
            ":sim.example FAIL CHATHISTORY MESSAGE_ERROR AFTER #a :No message with this id is kept",
            ":sim.example FAIL CHATHISTORY INVALID_TARGET LATEST #a :Messages could not be retrieved",
            ":sim.example PONG sim.example :end");
        Assert.Null(_client.Unanswered);
    }

    [Fact]
    public void A_refusal_that_may_be_meant_for_garbage_says_nothing_of_a_message()
    {
        _client.OnBabble();
        Sends("PRIVMSG #a :m1", "PING end");
        Reads(
            ":sim.example 404 n1 #a :Cannot send to channel",
            $":{Me} PRIVMSG #a :m1",
            ":sim.example PONG sim.example :end");
        Assert.Equal(Outcome.Taken, _world.Ledger.Find("m1")!.Outcome);
    }

    [Fact]
    public void An_operator_of_the_server_changes_the_modes_of_a_room_that_he_is_not_in()
    {
        Sends($"OPER root {Vocabulary.OperatorPassword}", "SAMODE #b +o n2", "PING end");
        Reads(
            ":sim.example 381 n1 :You are now an IRC operator",
            $":{Me} MODE #b +o n2",
            ":sim.example PONG sim.example :end");
        Objects(Promise.KnowledgeIsTrue, $":{Me} MODE #b +o n3");
    }

    [Fact]
    public void An_operator_of_the_server_needs_no_rank_for_what_he_has_asked_for_and_for_nothing_else()
    {
        Sends("MODE #a -o n1", $"OPER root {Vocabulary.OperatorPassword}", "SAMODE #a +m");
        Reads($":{Me} MODE #a -o n1", ":sim.example 381 n1 :You are now an IRC operator", $":{Me} MODE #a +m");
        Objects(Promise.RulesHold, $":{Me} MODE #a +i");
    }

    [Fact]
    public void Who_has_not_shown_that_he_is_an_operator_of_the_server_needs_a_rank()
    {
        Sends("MODE #a -o n1", "SAMODE #a +m");
        Reads($":{Me} MODE #a -o n1");
        Objects(Promise.RulesHold, $":{Me} MODE #a +m");
    }

    private void Sends(params string[] lines)
    {
        foreach (var line in lines) _client.OnSending(line);
    }

    private void Reads(params string[] lines)
    {
        foreach (var line in lines) _client.OnLine(Line(line));
    }

    private void Objects(Promise promise, string line) =>
        Assert.Equal(promise, Assert.Throws<BrokenPromiseException>(() => _client.OnLine(Line(line))).Promise);

    private static WireLine Line(string text) => WireLine.Read(Encoding.UTF8.GetBytes(text));
}
