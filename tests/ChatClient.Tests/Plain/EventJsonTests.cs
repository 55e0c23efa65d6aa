using System.Text.Json;
using ChatClient.Plain;
using ChatClient.Session;
using ChatServer.Protocol;

namespace ChatClient.Tests.Plain;

public sealed class EventJsonTests
{
    private static readonly DateTimeOffset Time = new(2026, 11, 21, 9, 5, 0, 250, TimeSpan.Zero);
    private static readonly UserSource Alice = new("alice", "al", "example.org");

    [Fact]
    public void A_message_is_an_object_in_one_line()
    {
        var line = Line(new Said(Time, "#lobby", Alice, MessageKind.Action, "waves\n👋 \"x\"", false) { MessageId = "m1" });

        Assert.Equal(
            """
            {"type":"said","conversation":"#lobby","from":{"nick":"alice","user":"al","host":"example.org"},"kind":"action",
            "text":"waves\n\uD83D\uDC4B \"x\"","isOwn":false,"messageId":"m1","audience":"","isBot":false,
            "time":"2026-11-21T09:05:00.25+00:00"}
            """.ReplaceLineEndings(string.Empty) + "\n",
            line);
    }

    [Fact]
    public void History_has_its_entries_in_it()
    {
        var line = Line(new HistoryReceived(Time, "#lobby", HistorySpan.Latest, [new Joined(Time, "#lobby", Alice, false)], true));

        var entry = JsonDocument.Parse(line).RootElement.GetProperty("entries")[0];
        Assert.Equal("joined", entry.GetProperty("type").GetString());
    }

    [Fact]
    public void Every_event_can_be_written()
    {
        var kinds = typeof(SessionEvent).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(SessionEvent))).ToList();

        Assert.True(kinds.Count > 40);
        Assert.All(kinds, kind =>
        {
            var constructor = kind.GetConstructors().Single();
            var happened = constructor.Invoke([.. constructor.GetParameters().Select(parameter => EmptyOf(parameter.ParameterType))]);
            Assert.StartsWith("{\"type\":\"", Line((SessionEvent)happened), StringComparison.Ordinal);
        });
    }

    private static object? EmptyOf(Type type) =>
        type == typeof(string) ? string.Empty
        : type.Name.StartsWith("ImmutableArray", StringComparison.Ordinal) ? type.GetField("Empty")!.GetValue(null)
        : type.IsValueType ? Activator.CreateInstance(type)
        : null;

    private static string Line(SessionEvent happened)
    {
        using var output = new StringWriter { NewLine = "\n" };
        new EventJson(output).Write(happened);
        return output.ToString();
    }
}
