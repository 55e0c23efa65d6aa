using System.Text.Json;
using ChatServer.Host.Configuration;
using ChatServer.Host.Logging;
using Serilog.Core;
using Serilog.Events;

namespace ChatServer.Tests.Logging;

public sealed class ServerLoggingTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(LogEventLevel.Information, "Microsoft.AspNetCore.Server.Kestrel", LogEventLevel.Information, false)]
    [InlineData(LogEventLevel.Information, "Microsoft.AspNetCore.Server.Kestrel", LogEventLevel.Warning, true)]
    [InlineData(LogEventLevel.Debug, "Microsoft.AspNetCore.Server.Kestrel", LogEventLevel.Debug, false)]
    [InlineData(LogEventLevel.Verbose, "Microsoft.AspNetCore.Server.Kestrel", LogEventLevel.Debug, true)]
    [InlineData(LogEventLevel.Error, "Microsoft.AspNetCore.Server.Kestrel", LogEventLevel.Warning, false)]
    [InlineData(LogEventLevel.Information, "ChatServer.Engine.Rooms.RoomActor", LogEventLevel.Information, true)]
    [InlineData(LogEventLevel.Information, "ChatServer.Engine.Rooms.RoomActor", LogEventLevel.Debug, false)]
    public void The_framework_is_quieter_than_the_chat(LogEventLevel minimum, string source, LogEventLevel level, bool logged)
    {
        using var logger = ServerLogging.Create(new LogSettings { MinimumLevel = minimum });

        Assert.Equal(logged, logger.ForContext(Constants.SourceContextPropertyName, source).IsEnabled(level));
    }

    [Fact]
    public void A_source_may_have_a_level_of_its_own()
    {
        var overrides = new Dictionary<string, LogEventLevel> { ["ChatServer.Engine.Rooms"] = LogEventLevel.Debug };
        var settings = new LogSettings { Overrides = overrides };
        using var logger = ServerLogging.Create(settings);

        Assert.True(
            logger.ForContext(Constants.SourceContextPropertyName, "ChatServer.Engine.Rooms.RoomActor").IsEnabled(LogEventLevel.Debug));
        Assert.False(
            logger.ForContext(Constants.SourceContextPropertyName, "ChatServer.Engine.Users.UserActor").IsEnabled(LogEventLevel.Debug));
    }

    // An operator's terminal obeys escape sequences, and a line end would begin a line that looks like the server's own.
    [Theory]
    [InlineData("root\u001B[2J", "root\\u001B[2J")]
    [InlineData("\u009B31mroot\u0085\u007F", "\\u009B31mroot\\u0085\\u007F")]
    [InlineData("root\r\n12:00:00.000 INF all is well", "root\\u000D\\u000A12:00:00.000 INF all is well")]
    [InlineData("r\u202Etoor", "r\\u202Etoor")]
    [InlineData("Jos\u00E9 \U0001F600", "Jos\u00E9 \U0001F600")]
    public void What_a_client_typed_can_not_steer_the_terminal(string typed, string logged)
    {
        var file = new LogFileSettings { Path = _folder.File("chat-.log"), Format = LogFileFormat.Text };
        using (var logger = ServerLogging.Create(new LogSettings { File = file, MinimumLevel = LogEventLevel.Information }))
            logger.Warning("{Address} failed to become operator {Operator}", "192.0.2.7", typed);

        var line = Assert.Single(File.ReadAllLines(Assert.Single(Directory.GetFiles(_folder.Path))));
        Assert.Contains($" WRN 192.0.2.7 failed to become operator {logged} ", line, StringComparison.Ordinal);
    }

    [Fact]
    public void A_log_file_of_JSON_keeps_the_properties()
    {
        var file = new LogFileSettings { Path = _folder.File("chat-.log"), Format = LogFileFormat.Json };
        using (var logger = ServerLogging.Create(new LogSettings { File = file, MinimumLevel = LogEventLevel.Information }))
            logger.Information("{Nick} joined {Room}", "alice", "#lobby");

        var line = Assert.Single(File.ReadAllLines(Assert.Single(Directory.GetFiles(_folder.Path))));
        var properties = JsonDocument.Parse(line).RootElement.GetProperty("Properties");
        Assert.Equal("alice", properties.GetProperty("Nick").GetString());
        Assert.Equal("#lobby", properties.GetProperty("Room").GetString());
    }
}
