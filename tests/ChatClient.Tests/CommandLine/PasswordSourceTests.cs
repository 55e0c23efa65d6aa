using ChatClient.CommandLine;

namespace ChatClient.Tests.CommandLine;

public sealed class PasswordSourceTests : IDisposable
{
    private readonly FileInfo _file = new(Path.GetTempFileName());

    public void Dispose() => _file.Delete();

    [Fact]
    public void A_file_gives_its_first_line()
    {
        Write("secret\nmore\n", UnixFileMode.UserRead | UnixFileMode.UserWrite);

        Assert.Equal("secret", new PasswordSource(Ask: false, _file, "CHAT_TEST_PASSWORD").Read());
    }

    [Fact]
    public void A_file_that_others_may_read_is_refused()
    {
        if (OperatingSystem.IsWindows())
            return;
        Write("secret\n", UnixFileMode.UserRead | UnixFileMode.GroupRead);

        var error = Assert.Throws<IOException>(() => new PasswordSource(Ask: false, _file, "CHAT_TEST_PASSWORD").Read());

        Assert.Contains("chmod 600", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_file_is_refused() =>
        Assert.Throws<IOException>(() => new PasswordSource(Ask: false, _file, "CHAT_TEST_PASSWORD").Read());

    private void Write(string text, UnixFileMode mode)
    {
        File.WriteAllText(_file.FullName, text);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(_file.FullName, mode);
        _file.Refresh();
    }
}
