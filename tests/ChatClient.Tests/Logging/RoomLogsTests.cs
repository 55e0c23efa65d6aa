using ChatClient.Logging;
using ChatClient.Session;
using ChatClient.Tests.Session;
using ChatServer.Protocol;

namespace ChatClient.Tests.Logging;

public sealed class RoomLogsTests : IDisposable
{
    private static readonly DateTimeOffset Time = new(2026, 11, 21, 9, 5, 0, TimeSpan.Zero);
    private static readonly UserSource Alice = new("alice", "al", "example.org");

    private readonly TemporaryFolder _folder = new();
    private readonly List<string> _complaints = [];
    private readonly IrcSession _session = ModernServer.InLobby().Session;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Every_room_has_a_file_of_lines_with_their_times()
    {
        Log(
            Said("#Lobby", "hi"), Said("alice", "psst"), new Joined(Time, "#lobby", Alice, false),
            new Departed(Time, Alice, "bye", ["#lobby", "#tea"]), Said("#lobby", "one\ntwo"));

        Assert.Equal(
            [
                "2026-11-21 09:05:00 #Lobby <alice> hi",
                "2026-11-21 09:05:00 #lobby --> alice (al@example.org) joined",
                "2026-11-21 09:05:00 #lobby #tea <-- alice left the server (bye)",
                "2026-11-21 09:05:00 #lobby <alice> one",
                "2026-11-21 09:05:00 #lobby <alice> two",
            ],
            Lines("#lobby.log"));
        Assert.Equal(["2026-11-21 09:05:00 alice <alice> psst"], Lines("alice.log"));
        Assert.Single(Lines("#tea.log"));
    }

    [Fact]
    public void What_was_missed_is_written_but_not_what_was_scrolled_back_to()
    {
        Log(
            new HistoryReceived(Time, "#lobby", HistorySpan.After, [Said("#lobby", "missed")], true),
            new HistoryReceived(Time, "#lobby", HistorySpan.Before, [Said("#lobby", "old")], true));

        Assert.EndsWith("missed", Assert.Single(Lines("#lobby.log")), StringComparison.Ordinal);
    }

    [Fact]
    public void Passwords_for_services_are_not_written()
    {
        Log(Said("NickServ", "IDENTIFY sesame"));

        Assert.Empty(Directory.GetFileSystemEntries(_folder.Path));
    }

    [Theory]
    [InlineData("../../etc/passwd", "..%2f..%2fetc%2fpasswd.log")]
    [InlineData("..", "%...log")]
    [InlineData("a\0b", "a%00b.log")]
    public void Names_never_lead_out_of_the_folder(string name, string file)
    {
        Log(Said(name, "hi"));

        Assert.Single(Lines(file));
        Assert.Empty(_complaints);
    }

    [Fact]
    public void A_folder_that_cannot_be_written_is_complained_about_once()
    {
        var file = _folder.Write("file", string.Empty);
        var logs = new RoomLogs(new DirectoryInfo(file.FullName), _complaints.Add, TimeZoneInfo.Utc);

        logs.Note(Said("#lobby", "1"), _session);
        logs.Note(Said("#lobby", "2"), _session);

        Assert.StartsWith("logging stops: ", Assert.Single(_complaints), StringComparison.Ordinal);
    }

    private static Said Said(string conversation, string text) => new(Time, conversation, Alice, MessageKind.Message, text, false);

    private void Log(params SessionEvent[] events)
    {
        var logs = new RoomLogs(new DirectoryInfo(_folder.Path), _complaints.Add, TimeZoneInfo.Utc);
        foreach (var happened in events)
            logs.Note(happened, _session);
        logs.Finish();
    }

    private string[] Lines(string file) => File.ReadAllLines(_folder.File(Path.Combine("ChatNet", file)).FullName);
}
