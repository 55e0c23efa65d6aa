using System.Runtime.InteropServices;
using ChatClient.Terminal;

namespace ChatClient.FullScreen;

// The terminal's size, and the shell behind it.
internal sealed partial class FullScreenView
{
    private bool _isSuspended;

    private void ListenToSignals()
    {
        if (OperatingSystem.IsWindows())
            return;

        On(PosixSignal.SIGWINCH, Resize, isOurs: false);
        On(PosixSignal.SIGTSTP, SuspendProcess, isOurs: true);
        On(PosixSignal.SIGCONT, TakeTerminalAgain, isOurs: false);
        On(PosixSignal.SIGHUP, () => _chat.Quit("terminal closed"), isOurs: true);
    }

    private void On(PosixSignal signal, Action action, bool isOurs) =>
        Own(PosixSignalRegistration.Create(signal, context =>
        {
            context.Cancel = isOurs;
            Post(action);
        }));

    private void Resize()
    {
        var (width, height) = TerminalSize.OfStandardOutput();
        _state = _state with { Width = width, Height = height };
    }

    private void SuspendProcess()
    {
        if (!TerminalMode.HasShell)
        {
            Show("There is no shell to return to.");
            return;
        }

        // We may run for another moment before all our threads have stopped; until SIGCONT the terminal belongs to the shell.
        _isSuspended = true;
        _painter.FlushAsync().Wait();
        _device.Leave();
        TerminalMode.StopProcess();
    }

    // Something else may have used the terminal meanwhile.
    private void TakeTerminalAgain()
    {
        _isSuspended = false;
        _device.Leave();
        _device.Enter();
        DrawAll();
    }

    private void DrawAll()
    {
        _painter.Forget();
        _drawn = null;
        Resize();
    }
}
