namespace ChatServer.Engine.Administration;

/// <summary>What operators may ask for and only the process can do.</summary>
/// <remarks>Any thread. The executable implements it.</remarks>
public interface IServerHost
{
    /// <summary>Where settings come from, in a word: the name of a file. Shown by 382.</summary>
    string ConfigurationName { get; }

    /// <summary>Reads and checks all settings as they are now, and what files they name. Returns at once; the task takes as long as files
    /// take.</summary>
    /// <remarks>What only the process uses of it, such as certificates, is in place when the task ends, unless something is
    /// wrong.</remarks>
    /// <returns>The settings, or what is wrong with them.</returns>
    Task<ReadSettings> ReadSettingsAsync();

    /// <summary>Ends the process in order, as a signal does. Returns at once.</summary>
    void Stop();
}
