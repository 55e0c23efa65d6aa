namespace ChatServer.Actors.TestKit;

/// <summary>Answers messages for a test actor as they arrive. The test sees them too.</summary>
public abstract class AutoPilot
{
    /// <summary>Keep this autopilot.</summary>
    public static AutoPilot KeepRunning { get; } = new Marker();

    /// <summary>Stop answering.</summary>
    public static AutoPilot NoAutoPilot { get; } = new Marker();

    /// <summary>Called for each message, in the test actor's turn.</summary>
    /// <param name="sender">Who sent it.</param>
    /// <param name="message">The message.</param>
    /// <returns>The autopilot for the next message.</returns>
    public abstract AutoPilot Run(IActorRef sender, object message);

    private sealed class Marker : AutoPilot
    {
        public override AutoPilot Run(IActorRef sender, object message) => this;
    }
}

/// <summary>An autopilot's one method.</summary>
/// <param name="sender">Who sent the message.</param>
/// <param name="message">The message.</param>
/// <returns>The autopilot for the next message.</returns>
public delegate AutoPilot AutoPilotDelegate(IActorRef sender, object message);

/// <summary>An autopilot that is a function.</summary>
/// <param name="autoPilotDelegate">The function.</param>
public sealed class DelegateAutoPilot(AutoPilotDelegate autoPilotDelegate) : AutoPilot
{
    /// <inheritdoc/>
    public override AutoPilot Run(IActorRef sender, object message) => autoPilotDelegate(sender, message);
}
