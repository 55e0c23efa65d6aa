using System.Diagnostics;

namespace ChatServer.Examples;

// asyncio: create_subprocess_exec and readline in a loop. Here each line is a message, pulled when the last one has been handled.
public static class Subprocess
{
    public static async Task RunAsync(ActorSystem system, Action<object> say)
    {
        var done = new TaskCompletionSource();
        system.ActorOf(Props.Create(() => new Runner("sh", "-c \"echo one; echo two\"", say, done)));
        await done.Task;
    }

    private sealed record Line(string? Text);

    private sealed class Runner : ReceiveActor
    {
        private readonly Process _process;

        public Runner(string program, string arguments, Action<object> say, TaskCompletionSource done)
        {
            _process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
            ReceiveAsync<Line>(async line =>
            {
                if (line.Text is null) await _process.WaitForExitAsync();
                say(line.Text ?? $"exit code {_process.ExitCode}");
                if (line.Text is null) done.SetResult();
                else Next();
            });
            Next();
        }

        protected override void PostStop() => _process.Dispose();

        private void Next() => _process.StandardOutput.ReadLineAsync().PipeTo(Self, success: text => new Line(text));
    }
}
