namespace ChatServer.Engine.Administration;

/// <summary>What operators may ask for but only the process can do.</summary>
/// <remarks>Any thread. The executable implements it.</remarks>
public interface IServerHost
{
    /// <summary>Where settings come from: usually the name of a file. Shown by 382.</summary>
    string ConfigurationName { get; }

    /// <summary>Reads and checks all settings, and the files that they name. Returns at once; the reading is done in the task.</summary>
    /// <remarks>Unless something is wrong, what only the process uses, such as certificates, is in place when the task ends.</remarks>
    /// <returns>The settings, or what is wrong with them.</returns>
    Task<ReadSettings> ReadSettingsAsync();

    /// <summary>Shuts the process down, as a signal does. Returns at once.</summary>
    void Stop();
}
