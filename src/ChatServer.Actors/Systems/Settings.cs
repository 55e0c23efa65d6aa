namespace ChatServer.Actors;

/// <summary>The settings that a system was created with.</summary>
public sealed class Settings
{
    internal Settings(BootstrapSetup setup)
    {
        AskTimeout = setup.AskTimeout;
        LogDeadLetters = setup.LogDeadLetters;
        LogDeadLettersSuspendDuration = setup.LogDeadLettersSuspendDuration;
    }

    /// <summary>See <see cref="BootstrapSetup.AskTimeout"/>.</summary>
    public TimeSpan AskTimeout { get; }

    /// <summary>See <see cref="BootstrapSetup.LogDeadLetters"/>.</summary>
    public int LogDeadLetters { get; }

    /// <summary>See <see cref="BootstrapSetup.LogDeadLettersSuspendDuration"/>.</summary>
    public TimeSpan LogDeadLettersSuspendDuration { get; }
}
