using System.Collections.Immutable;
using System.Globalization;
using ChatClient.Configuration;
using ChatClient.Screen;
using ChatClient.Session;

namespace ChatClient.Logging;

/// <summary>Keeps a plain text file for every conversation: <c>NETWORK/#room.log</c>, a line for each event.</summary>
/// <remarks>History that fills a gap is written when it arrives, with its original times; older history, reached by scrolling back, is not.
/// A file that can't be written is reported once.</remarks>
internal sealed class RoomLogs : IChatObserver
{
    private const string UnknownNetwork = "server";

    private readonly DirectoryInfo _folder;
    private readonly Action<string> _complain;
    private readonly TimeZoneInfo _zone;
    private readonly Dictionary<string, StreamWriter> _files = new(StringComparer.Ordinal);
    private bool _isBroken;

    /// <summary>Logs in the folder that the configuration names.</summary>
    public RoomLogs(ChatConfiguration configuration, Action<string> complain)
        : this(configuration.LogFolder is { } folder ? new DirectoryInfo(folder) : ChatPaths.Logs, complain, TimeZoneInfo.Local)
    {
    }

    /// <summary>Logs in a folder.</summary>
    /// <param name="folder">The folder; made when the first line is written.</param>
    /// <param name="complain">Told if it does not work.</param>
    /// <param name="zone">Time zone of the times written.</param>
    public RoomLogs(DirectoryInfo folder, Action<string> complain, TimeZoneInfo zone)
    {
        _folder = folder;
        _complain = complain;
        _zone = zone;
    }

    /// <inheritdoc/>
    public void Note(SessionEvent happened, IrcSession session)
    {
        if (happened is HistoryReceived { Span: not HistorySpan.Before } history)
        {
            foreach (var entry in history.Entries)
                Note(entry, session);
            return;
        }

        foreach (var conversation in ConversationsOf(happened).Where(IsLogged))
            Write(session.Features.Network ?? UnknownNetwork, session.Features.CaseMapping.Fold(conversation), happened);
    }

    /// <inheritdoc/>
    public void Finish()
    {
        foreach (var file in _files.Values)
            file.Dispose();
        _files.Clear();
    }

    private static ImmutableArray<string> ConversationsOf(SessionEvent happened) =>
        happened switch
        {
            Said e => [e.Conversation],
            Reacted e => [e.Conversation],
            Redacted e => [e.Conversation],
            Joined e => [e.Room],
            Parted e => [e.Room],
            Kicked e => [e.Room],
            TopicChanged e => [e.Room],
            ModesChanged e => [e.Target],
            Departed e => e.Rooms,
            _ => [],
        };

    // Messages to NickServ and similar services contain passwords.
    private static bool IsLogged(string conversation) => !conversation.EndsWith("serv", StringComparison.OrdinalIgnoreCase);

    private void Write(string network, string conversation, SessionEvent happened)
    {
        if (_isBroken)
            return;

        try
        {
            var path = Path.Combine(FileNameFor(network), FileNameFor(conversation) + ".log");
            if (!_files.TryGetValue(path, out var file))
                _files[path] = file = Open(Path.Combine(_folder.FullName, path));
            foreach (var (time, text) in EventText.LinesOf(happened))
            {
                var local = TimeZoneInfo.ConvertTime(time, _zone);
                file.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{local:yyyy-MM-dd HH:mm:ss} {TerminalText.Clean(text)}"));
            }

            file.Flush();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            _isBroken = true;
            _complain($"logging stops: {error.Message}");
        }
    }

    private static StreamWriter Open(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        return new StreamWriter(path, append: true);
    }

    // Names come from the network: none may lead out of the folder, or to a device.
    private static string FileNameFor(string name)
    {
        var safe = string.Concat(name.Select(letter => char.IsControl(letter) || "/\\:*?\"<>|%".Contains(letter, StringComparison.Ordinal)
            ? string.Create(CultureInfo.InvariantCulture, $"%{(int)letter:x2}")
            : letter.ToString()));
        return safe.Trim('.').Length == 0 ? $"%{safe}" : safe.TrimEnd('.', ' ');
    }
}
