namespace ChatClient.Tests;

/// <summary>A folder that is deleted after the test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("chat-tests-").FullName;

    public FileInfo File(string name) => new(System.IO.Path.Combine(Path, name));

    public FileInfo Write(string name, string text)
    {
        var file = File(name);
        file.Directory!.Create();
        System.IO.File.WriteAllText(file.FullName, text);
        return new FileInfo(file.FullName);
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
