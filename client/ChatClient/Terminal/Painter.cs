using System.Text;

namespace ChatClient.Terminal;

/// <summary>Writes frames to a terminal, one by one, without blocking the caller.</summary>
/// <remarks>Not thread-safe: owned by the loop that draws. A slow terminal gets fewer frames: while <see cref="IsBusy"/>, draw nothing, and
/// show the newest frame later.</remarks>
/// <param name="write">Writes to the terminal and may block. Called by one thread at a time.</param>
internal sealed class Painter(Action<string> write)
{
    private readonly StringBuilder _text = new();
    private Frame? _shown;
    private Task _writing = Task.CompletedTask;

    /// <summary>Whether the last frame is still being written.</summary>
    public bool IsBusy => !_writing.IsCompleted;

    /// <summary>Starts to show a frame.</summary>
    /// <param name="frame">The frame.</param>
    /// <param name="signals">Further output, such as a bell or a notification.</param>
    public void Show(Frame frame, string signals = "")
    {
        if (IsBusy)
            throw new InvalidOperationException("The last frame is still on its way.");

        // If the last write failed, the fault is in this program and must not be hidden.
        _writing.GetAwaiter().GetResult();

        var before = _shown;
        _shown = frame;
        _writing = Task.Run(() =>
        {
            _text.Clear();
            FrameDiff.Append(_text, before, frame);
            _text.Append(signals);
            if (_text.Length > 0)
                write(_text.ToString());
        });
    }

    /// <summary>Makes the next frame draw everything, because something else may have written to the terminal.</summary>
    public void Forget() => _shown = null;

    /// <summary>Waits until the last frame is written.</summary>
    public Task FlushAsync() => _writing;
}
