using ChatLoad.CommandLine;

namespace ChatLoad.Tests.CommandLine;

public sealed class ScenarioFileTests : IDisposable
{
    private readonly FileInfo _file = new(Path.GetTempFileName());

    public void Dispose() => _file.Delete();

    [Fact]
    public void A_file_is_a_command_line()
    {
        Write("""
            {
              // comments and a comma too many do no harm
              "scenario": "fanout", "rooms": 10, "rate": 0, "stage": ["10s:100", "30s:1000"], "threshold": ["p99<20ms"], "quiet": true,
            }
            """);

        Assert.Equal(
            [
                "fanout", "--rooms", "10", "--rate", "0", "--stage", "10s:100", "--stage", "30s:1000", "--threshold", "p99<20ms",
                "--quiet", "true",
            ],
            ScenarioFile.ToArguments(_file, []));
    }

    [Fact]
    public void The_command_line_goes_over_the_file()
    {
        Write("""{ "scenario": "pm", "pairs": 10, "stage": ["1s:1", "2s:2"] }""");

        Assert.Equal(["pm", "--pairs", "10", "--stage", "5s:5"], ScenarioFile.ToArguments(_file, ["--stage", "5s:5"]));
    }

    [Theory]
    [InlineData("{ \"scenario\": \"pm\",\n \"pairs\": }", "FILE, line 2: this is no JSON: ")]
    [InlineData("", "FILE, line 1: this is no JSON: ")]
    [InlineData("[]", "FILE: it holds no object {...} but a list")]
    [InlineData("{}", "FILE: \"scenario\" is missing; it is one of connect, churn, fanout, pm, evening, slow, storm")]
    [InlineData("{ \"scenario\": 5 }", "FILE: \"scenario\" is missing; it is one of ")]
    [InlineData("{ \"scenario\": \"tea\" }", "FILE: there is no scenario \"tea\"; there are connect, churn, ")]
    [InlineData("{ \"scenario\": \"pm\", \"members\": 5 }", "FILE: \"members\" is no option of pm; see chat-load pm --help")]
    [InlineData("{ \"scenario\": \"pm\", \"pairs\": null }", "FILE: \"pairs\" is null, not a text, a number or a list of them")]
    [InlineData("{ \"scenario\": \"pm\", \"stage\": [[]] }", "FILE: \"stage\" is a list, not a text, a number or a list of them")]
    public void What_is_wrong_is_said_with_the_place(string content, string message)
    {
        Write(content);

        var error = Assert.Throws<IOException>(() => ScenarioFile.ToArguments(_file, []));

        Assert.StartsWith(message.Replace("FILE", _file.Name, StringComparison.Ordinal), error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_not_there_is_named()
    {
        var error = Assert.ThrowsAny<IOException>(() => ScenarioFile.ToArguments(new FileInfo("/nowhere/evening.json"), []));

        Assert.Contains("/nowhere/evening.json", error.Message, StringComparison.Ordinal);
    }

    private void Write(string content) => File.WriteAllText(_file.FullName, content);
}
