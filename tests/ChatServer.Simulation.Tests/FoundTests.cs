using ChatServer.SimulationTests.Plans;
using ChatServer.SimulationTests.World;

namespace ChatServer.SimulationTests;

/// <summary>What the simulation has found in the engine, each in the smallest plan that still shows it.</summary>
public sealed class FoundTests
{
    private static readonly Step[] JoinA = [new Step.Say("JOIN #a"), new Step.Sync()];
    private static readonly Step[] MeetInA = [.. JoinA, new Step.Rest(TimeSpan.FromSeconds(1))];

    private static readonly Step Join = new Step.Say("JOIN #a,#b");
    private static readonly Step[] MeetInBoth = [Join, new Step.Sync(), new Step.Rest(TimeSpan.FromSeconds(1))];

    private static readonly Step[] MeetInThree = [new Step.Say("JOIN #a,#b,#c"), new Step.Sync()];

    private static readonly Step AskForPartners =
        new Step.Say("CHATHISTORY TARGETS timestamp=1970-01-01T00:00:00.000Z timestamp=2100-01-01T00:00:00.000Z 50");

    private static readonly string[] Questions = ["MODE #b", "MODE #b b", "MODE #b e"];

    [Fact]
    public void Who_is_cut_off_while_he_joins_is_seen_to_quit_once() => Explore(
        seeds: 400,
        Client(1, [new Step.Say("JOIN #b"), .. MeetInA, .. Talk(1, "#a", 6)]),
        Client(2, [.. MeetInA, new Step.Say("JOIN #b"), new Step.Rest(TimeSpan.Zero), new Step.Vanish(InOrder: false)]));

    [Fact]
    public void A_room_that_failed_at_a_join_is_closed_when_it_is_empty() => Explore(
        seeds: 20,
        Client(1, [new Step.Break(Victim.AnyRoom), new Step.Say("JOIN #a"), new Step.Sync()]));

    [Fact]
    public void Who_is_written_to_while_he_changes_his_nick_is_called_as_he_knows_himself() => Explore(
        seeds: 200,
        Client(1, [.. MeetInA, new Step.Say("NICK other"), new Step.Say("NICK n1")]),
        Client(2, [.. MeetInA, .. Talk(2, "n1", 8)]),
        Client(3, [.. MeetInA, .. Talk(3, "other", 8)]));

    [Fact]
    public void A_user_who_fails_is_seen_to_quit_once() => Explore(
        seeds: 40,
        Client(1, [.. MeetInThree, new Step.Rest(TimeSpan.FromSeconds(2))]),
        Client(2, [.. MeetInThree, new Step.Rest(TimeSpan.FromSeconds(1)), new Step.Break(Victim.AnyUser), new Step.Say("AWAY :x")]));

    [Fact]
    public void Who_comes_while_the_users_can_not_be_counted_is_welcomed() => Explore(
        seeds: 5,
        Client(1, [new Step.Break(Victim.Listener), new Step.Rest(TimeSpan.FromSeconds(2))]),
        Client(2, []) with { ConnectsAt = TimeSpan.FromSeconds(1) });

    [Fact]
    public void Who_is_closed_for_a_fault_while_an_answer_with_a_label_gathers_is_told_so() => Explore(
        seeds: 40,
        Client(1, [.. MeetInA, new Step.Break(Victim.AnyWriting), new Step.Say("NICK other")]) with { Speaks = Speech.Labels });

    [Fact]
    public void Who_asks_for_a_list_of_a_room_that_is_renamed_meanwhile_is_refused_by_the_name_that_he_used() => Explore(
        seeds: 60,
        Client(1, [new Step.Say("JOIN #a"), new Step.Say("RENAME #a #b :r1.1")]),
        Client(2, [new Step.Say("MODE #a I"), new Step.Say("MODE #a e")]));

    [Fact]
    public void Who_is_thrown_out_while_his_rooms_are_asked_whether_he_may_change_his_nick_is_served_on() => Explore(
        seeds: 300,
        Client(1, [.. MeetInA, new Step.Say("KICK #a n2 :k1.1")]),
        HalfASecondLater(Client(
            2, [Join, new Step.Sync(), new Step.Rest(TimeSpan.FromSeconds(0.5)), new Step.Say("NICK other"), new Step.Say("WHOIS n1")])));

    [Fact]
    public void Who_is_given_another_host_comes_back_as_what_he_is_to_where_he_is() => Explore(
        seeds: 100,
        Client(1, [Join, .. MeetInA, new Step.Say("MODE #a +v n2"), new Step.Say("KICK #b n2 :k1.1")]),
        HalfASecondLater(Client(2, [Join, new Step.Sync(), new Step.Rest(TimeSpan.FromSeconds(2))])),
        Client(3, [new Step.Say("OPER root secret"), new Step.Rest(TimeSpan.FromSeconds(1)), new Step.Say("CHGHOST n2 other.example")]));

    [Fact]
    public void A_room_that_fails_in_the_middle_of_a_change_of_a_member_hears_of_it_and_goes_on() => Explore(
        seeds: 100,
        Client(1, [.. MeetInBoth, .. Talk(1, "#a", 4), new Step.Say("QUIT :bye")]),
        Client(2, [.. MeetInBoth, new Step.Break(Victim.RoomInChange), new Step.Say("NICK other"), new Step.Say("AWAY :x")]),
        Client(3, [.. MeetInBoth, new Step.Say("NICK third")]));

    [Fact]
    public void Who_kills_a_user_that_fails_while_he_takes_leave_is_answered() => Explore(
        seeds: 40,
        Client(1, MeetInA),
        HalfASecondLater(Client(
            2,
            [
                new Step.Say("OPER root secret"),
                new Step.Rest(TimeSpan.FromSeconds(1)),
                new Step.Break(Victim.UserAtNews),
                new Step.Say("KILL n1 :k2.1"),
            ])));

    [Fact]
    public void Who_monitors_himself_hears_of_his_own_changes_once() => Explore(
        seeds: 5,
        Speaking(
            Speech.RealNames | Speech.FromAfar,
            Client(1, [new Step.Say("MONITOR + n1"), new Step.Sync(), new Step.Say("SETNAME :s1.1"), new Step.Sync()])));

    [Fact]
    public void Of_all_partners_who_had_a_nick_one_is_named() => Explore(
        seeds: 5,
        Speaking(
            Speech.Past,
            Client(1, [new Step.Rest(TimeSpan.FromSeconds(1)), new Step.Say("PRIVMSG n1 :m1.1"), new Step.Say("NICK n2"), AskForPartners])),
        Client(2, [new Step.Say("PRIVMSG n1 :m2.1"), new Step.Say("QUIT :bye")]));

    [Theory]
    [InlineData("+N")]
    [InlineData("+b n2!*@*")]
    public void Who_changes_his_nick_while_a_room_comes_to_forbid_it_does_so_before_or_not_at_all(string modes) => Explore(
        seeds: 100,
        Client(1, [Join, .. Questions.Select(question => new Step.Say(question)), .. MeetInA, new Step.Say($"MODE #b {modes}")]),
        HalfASecondLater(Client(2, [Join, new Step.Sync(), new Step.Rest(TimeSpan.FromSeconds(0.5)), new Step.Say("NICK other")])),
        HalfASecondLater(Client(3, [Join, new Step.Sync(), new Step.Rest(TimeSpan.FromSeconds(0.5)), new Step.Say("AWAY :x")])));

    [Fact]
    public void Who_leaves_a_room_that_is_renamed_meanwhile_is_told_no_more_of_it_than_others() => Explore(
        seeds: 60,
        Client(1, [new Step.Say("JOIN #a"), new Step.Say("MODE #a +s"), .. MeetInA, new Step.Say("RENAME #a #b :r1.1")]),
        HalfASecondLater(Client(2, [.. JoinA, new Step.Rest(TimeSpan.FromSeconds(0.5)), new Step.Say("PART #a :p2.1")])));

    [Fact]
    public void Who_joins_the_room_that_he_is_in_while_it_is_renamed_gets_into_no_more_rooms_than_he_may() => Explore(
        new RunSettings { RoomsPerUser = 1 },
        seeds: 60,
        Client(1, [.. MeetInA, new Step.Say("RENAME #a #b :r1.1")]),
        HalfASecondLater(Client(2, [.. JoinA, new Step.Rest(TimeSpan.FromSeconds(0.5)), new Step.Say("JOIN #a")])));

    private static ClientPlan HalfASecondLater(ClientPlan client) => client with { ConnectsAt = TimeSpan.FromSeconds(0.5) };

    private static ClientPlan Client(int number, IReadOnlyList<Step> steps) =>
        new(number, $"n{number}", Speech.Tags | Speech.FullNames, TimeSpan.Zero, AnswersPings: true, steps);

    private static ClientPlan Speaking(Speech speech, ClientPlan client) => client with { Speaks = client.Speaks | speech };

    private static IEnumerable<Step> Talk(int number, string target, int count) =>
        Enumerable.Range(1, count).Select(i => new Step.Say($"PRIVMSG {target} :m{number}.{i}"));

    private static void Explore(int seeds, params ClientPlan[] clients) => Explore(new RunSettings(), seeds, clients);

    private static void Explore(RunSettings settings, int seeds, params ClientPlan[] clients)
    {
        for (var seed = 1; seed <= seeds; seed++)
        {
            // Every other run in a world where some seldom get their turn.
            var result = Run.Play(new Plan((ulong)seed, settings with { Sluggish = seed % 2 * 0.3 }, clients));
            Assert.True(result.Broken is null, $"Seed {seed}: {result.Broken?.Message}");
        }
    }
}
