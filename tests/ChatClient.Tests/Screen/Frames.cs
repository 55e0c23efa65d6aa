using System.Runtime.CompilerServices;
using ChatClient.Terminal;

namespace ChatClient.Tests.Screen;

/// <summary>Compares whole screens with the files Frames/*.txt.</summary>
/// <remarks>With UPDATE_FRAMES=1 in the environment, the files are written instead. Check the difference before you commit it.</remarks>
internal static class Frames
{
    public static void Verify(string name, Frame frame, [CallerFilePath] string caller = "")
    {
        var file = Path.Combine(Path.GetDirectoryName(caller)!, "Frames", $"{name}.txt");
        var text = frame.ToString();
        if (Environment.GetEnvironmentVariable("UPDATE_FRAMES") == "1")
            File.WriteAllText(file, text);
        Assert.Equal(File.ReadAllText(file), text);
    }
}
