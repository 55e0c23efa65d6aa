using ChatClient.CommandLine;

namespace ChatClient.Configuration;

/// <summary>Creates the configuration file by asking four questions.</summary>
/// <param name="input">Where answers come from.</param>
/// <param name="output">Where questions go.</param>
internal sealed class Setup(TextReader input, TextWriter output)
{
    /// <summary>Asks, and writes the file. One that exists is replaced only if the user says so.</summary>
    /// <returns>False if nothing was written.</returns>
    /// <exception cref="IOException">The file can't be written.</exception>
    public bool Run(FileInfo file)
    {
        if (file.Exists && !IsYes(Ask($"{file.FullName} exists. Replace it?", "no")))
            return false;

        var nick = Ask("Your nick?", Environment.UserName);
        var address = AskForAddress("Which server? (HOST, HOST:PORT or wss://HOST/PATH)", "127.0.0.1");
        var useTls = IsYes(Ask("Does it use TLS?", address.StartsWith("127.", StringComparison.Ordinal) ? "no" : "yes"));
        var rooms = Ask("Which rooms to join? (separated by spaces)", "#lobby")
            .Split([' ', ','], StringSplitOptions.RemoveEmptyEntries).Select(RoomNames.WithPrefix);

        try
        {
            file.Directory?.Create();
            File.WriteAllText(file.FullName, ConfigurationTemplate.Write(nick, address, useTls, rooms));
        }
        catch (UnauthorizedAccessException error)
        {
            throw new IOException(error.Message, error);
        }

        output.WriteLine($"Written: {file.FullName}. The file explains more settings. To start, run \"chat\".");
        return true;
    }

    private string AskForAddress(string question, string usual)
    {
        while (true)
        {
            var answer = Ask(question, usual);
            if (ServerAddress.TryParse(answer, out _))
                return answer;
            output.WriteLine($"\"{answer}\" is not an address.");
        }
    }

    private string Ask(string question, string usual)
    {
        output.Write($"{question} [{usual}] ");
        return input.ReadLine() is { } answer
            ? answer.Trim() is { Length: > 0 } text ? text : usual
            : throw new IOException("the questions were not answered");
    }

    private static bool IsYes(string answer) => answer.StartsWith("y", StringComparison.OrdinalIgnoreCase);
}
