namespace ChatServer.Actors.TestKit;

/// <summary>Answers messages in a test actor's place, as they come. The test sees them too.</summary>
public abstract class AutoPilot
{
    /// <summary>Goes on as before.</summary>
    public static AutoPilot KeepRunning { get; } = new Marker();

    /// <summary>Answers no more.</summary>
    public static AutoPilot NoAutoPilot { get; } = new Marker();

    /// <summary>Called for each message, in the test actor's turn.</summary>
    /// <param name="sender">Who sent it.</param>
    /// <param name="message">The message.</param>
    /// <returns>Who answers the next one.</returns>
    public abstract AutoPilot Run(IActorRef sender, object message);

    private sealed class Marker : AutoPilot
    {
        public override AutoPilot Run(IActorRef sender, object message) => this;
    }
}

/// <summary>An autopilot's one method.</summary>
/// <param name="sender">Who sent the message.</param>
/// <param name="message">The message.</param>
/// <returns>Who answers the next one.</returns>
public delegate AutoPilot AutoPilotDelegate(IActorRef sender, object message);

/// <summary>An autopilot that is a function.</summary>
/// <param name="autoPilotDelegate">The function.</param>
public sealed class DelegateAutoPilot(AutoPilotDelegate autoPilotDelegate) : AutoPilot
{
    /// <inheritdoc/>
    public override AutoPilot Run(IActorRef sender, object message) => autoPilotDelegate(sender, message);
}
