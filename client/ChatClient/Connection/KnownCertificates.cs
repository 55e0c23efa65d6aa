namespace ChatClient.Connection;

/// <summary>The fingerprints of certificates that the user has trusted, in a file: a line for each server.</summary>
/// <remarks><code>irc.example.org:6697 7d865e959b2466918c9863afca942d0fb89d7c9ac0c99bafc3749504ded97730</code></remarks>
/// <param name="file">The file; it need not exist yet.</param>
internal sealed class KnownCertificates(FileInfo file)
{
    /// <summary>The fingerprint for a server, or null.</summary>
    /// <param name="server">Host and port.</param>
    /// <exception cref="IOException">The file can't be read.</exception>
    public string? Find(string server) =>
        Read().FirstOrDefault(line => line.Server.Equals(server, StringComparison.OrdinalIgnoreCase)).Fingerprint;

    /// <summary>Remembers a fingerprint, in place of any that was there.</summary>
    /// <exception cref="IOException">The file can't be written.</exception>
    public void Remember(string server, string fingerprint)
    {
        var lines = Read().Where(line => !line.Server.Equals(server, StringComparison.OrdinalIgnoreCase)).Append((server, fingerprint));
        try
        {
            file.Directory?.Create();
            var whole = $"{file.FullName}.new";
            File.WriteAllLines(whole, lines.Select(line => $"{line.Item1} {line.Item2}"));
            File.Move(whole, file.FullName, overwrite: true);
        }
        catch (UnauthorizedAccessException error)
        {
            throw new IOException(error.Message, error);
        }
    }

    private List<(string Server, string Fingerprint)> Read()
    {
        try
        {
            return
            [
                .. File.ReadLines(file.FullName).Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                    .Where(words => words.Length == 2).Select(words => (words[0], words[1])),
            ];
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            return [];
        }
        catch (UnauthorizedAccessException error)
        {
            throw new IOException(error.Message, error);
        }
    }
}
