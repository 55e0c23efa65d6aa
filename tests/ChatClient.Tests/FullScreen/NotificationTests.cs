using ChatClient.Configuration;
using ChatClient.FullScreen;
using ChatClient.Themes;

namespace ChatClient.Tests.FullScreen;

public sealed class NotificationTests
{
    [Theory]
    [InlineData(true, "None", "\a")]
    [InlineData(false, "None", "")]
    [InlineData(true, "Osc9", "\a\e]9;bob in #lobby: hi, you\e\\")]
    [InlineData(false, "Osc777", "\e]777;notify;bob in #lobby;hi, you\e\\")]
    public void It_calls_as_the_settings_say(bool ringsBell, string desktop, string written) =>
        Assert.Equal(written, Text(ringsBell, desktop, "hi; you"));

    [Theory]
    [InlineData("\e\\\a\u0007evil")]
    [InlineData("\u009c\u009devil")]
    [InlineData("\u0002bold\u0002 \u000304evil")]
    public void What_was_said_can_not_end_the_sequence(string text)
    {
        var written = Text(false, "Osc9", text)["\e]9;".Length..^"\e\\".Length];

        Assert.DoesNotContain(written, char.IsControl);
        Assert.EndsWith("evil", written, StringComparison.Ordinal);
    }

    [Fact]
    public void Long_messages_are_cut() => Assert.True(Text(false, "Osc9", new string('x', 5000)).Length < 300);

    private static string Text(bool ringsBell, string desktop, string text) =>
        Notification.Text(
            new FullScreenSettings(BuiltInThemes.Dark) { RingsBell = ringsBell, Desktop = Enum.Parse<DesktopNotification>(desktop) },
            "bob in #lobby",
            text);
}
