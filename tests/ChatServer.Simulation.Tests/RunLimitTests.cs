using ChatServer.Engine;
using ChatServer.Engine.Rooms;
using ChatServer.SimulationTests.Model;
using ChatServer.SimulationTests.Mutants;
using ChatServer.SimulationTests.Plans;
using ChatServer.SimulationTests.World;

namespace ChatServer.SimulationTests;

/// <summary>A run ends, whatever the server does.</summary>
public sealed class RunLimitTests
{
    private static readonly Plan Joining = new(
        1, new RunSettings(), [new ClientPlan(1, "n1", Speech.Plain, TimeSpan.Zero, AnswersPings: true, [new Step.Say("JOIN #a")])]);

    [Fact]
    public void A_world_that_always_has_something_to_do_does_not_come_to_rest() => Assert.Equal(
        Promise.ComesToRest,
        Run.Play(Joining, When<RoomActor.Join>(static (mutation, _) => GoOnForEver(mutation.Simulation!))).Broken?.Promise);

    [Fact]
    public void A_world_in_which_a_timer_is_always_due_does_not_come_to_rest() => Assert.Equal(
        Promise.ComesToRest,
        Run.Play(Joining, When<RoomActor.Join>(static (mutation, _) => TickForEver(mutation.Simulation!))).Broken?.Promise);

    [Fact]
    public void A_server_that_does_not_start_is_a_failure_like_others() => Assert.Equal(
        Promise.ComesToRest,
        Run.Play(
            Joining,
            When<ChatActor.GetNeighbours>(static (mutation, _) => GoOnForEver(mutation.Simulation!), isSwallowed: true)).Broken?.Promise);

    [Fact]
    public void A_run_that_does_not_end_in_spite_of_its_limit_is_given_up_and_named()
    {
        var never = new TaskCompletionSource();
        var exploration = new Exploration(
            _ =>
            {
                never.Task.Wait();
                return Joining;
            },
            betweenLooks: TimeSpan.FromMilliseconds(1));

        exploration.Play([7], Timeout.InfiniteTimeSpan);
        never.SetResult();

        Assert.Equal(7UL, exploration.Endless);
        Assert.Equal([7UL], exploration.Failed);
    }

    private static void GoOnForEver(Simulation simulation) => simulation.Post(() => GoOnForEver(simulation));

    private static void TickForEver(Simulation simulation)
    {
        var tick = TimeSpan.FromTicks(1);
        simulation.Clock.CreateTimer(_ => simulation.Post(static () => { }), null, tick, tick);
    }

    private static MessageMutation When<T>(Action<MessageMutation, Passage> then, bool isSwallowed = false) => new((mutation, passage) =>
    {
        if (passage.Message is not T) return null;
        then(mutation, passage);
        return isSwallowed ? [] : null;
    });
}
