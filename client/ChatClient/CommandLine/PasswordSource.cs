using System.Text;

namespace ChatClient.CommandLine;

/// <summary>Where a password comes from. Never from an argument: other users of the machine and the shell's history would see it.</summary>
/// <param name="Ask">Whether to ask for it on the terminal.</param>
/// <param name="File">A file with it in the first line, or null.</param>
/// <param name="Variable">The environment variable to read if neither is given.</param>
/// <param name="Prompt">What to ask.</param>
internal sealed record PasswordSource(bool Ask, FileInfo? File, string Variable, string Prompt = "Password")
{
    private const UnixFileMode OfOthers =
        UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;

    /// <summary>The password, or null if there is none.</summary>
    /// <exception cref="IOException">It can't be read; the message is for people.</exception>
    public string? Read()
    {
        if (File is not null)
            return ReadFile(File);
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } password && !Ask)
            return password;
        return Ask ? AskOnTerminal() : null;
    }

    private static string ReadFile(FileInfo file)
    {
        if (!file.Exists)
            throw new IOException($"there is no file {file.FullName}");
        if (!OperatingSystem.IsWindows() && (file.UnixFileMode & OfOthers) != 0)
            throw new IOException($"others may read {file.FullName}; run: chmod 600 {file.FullName}");
        try
        {
            using var reader = file.OpenText();
            return reader.ReadLine() is { Length: > 0 } password ? password : throw new IOException($"{file.FullName} is empty");
        }
        catch (UnauthorizedAccessException error)
        {
            throw new IOException(error.Message, error);
        }
    }

    private string AskOnTerminal()
    {
        if (Console.IsInputRedirected)
            throw new IOException($"can't ask for a password, because standard input is not a terminal: use a file, or {Variable}");

        Console.Error.Write($"{Prompt}: ");
        var password = new StringBuilder();
        while (Console.ReadKey(intercept: true) is { Key: not ConsoleKey.Enter } key)
        {
            if (key.Key == ConsoleKey.Backspace)
                password.Length = Math.Max(0, password.Length - 1);
            else if (!char.IsControl(key.KeyChar))
                password.Append(key.KeyChar);
        }

        Console.Error.WriteLine();
        return password.ToString();
    }
}
