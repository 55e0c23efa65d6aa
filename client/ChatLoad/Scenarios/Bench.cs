using ChatLoad.Clients;
using ChatLoad.Load;
using ChatLoad.Measuring;
using ChatLoad.Wire;

namespace ChatLoad.Scenarios;

/// <summary>What a scenario works with.</summary>
/// <param name="Settings">What is to be done.</param>
/// <param name="Loop">The loop of this process.</param>
/// <param name="Target">The server.</param>
/// <param name="Meter">What is measured.</param>
/// <param name="Pace">Says when all processes may go on.</param>
/// <param name="Stop">Cancelled when no more work may begin.</param>
internal sealed record Bench(LoadSettings Settings, EventLoop Loop, Target Target, Meter Meter, IPace Pace, CancellationToken Stop)
{
    private const string Digits = "0123456789abcdefghijklmnopqrstuvwxyz";

    /// <summary>What its clients have in common.</summary>
    public ClientSettings Clients { get; } = new(
        Loop, Target, NickPrefixOf(Settings), Settings.Capabilities, Settings.Password, Settings.Payload, Settings.Run);

    /// <summary>Random choices, different in each process and the same in each run of a seed.</summary>
    public Random Random { get; } = new((Settings.Seed * 7919) + Settings.Process);

    // Two letters depend on the run: its nicks are free even if the server has not yet dropped the users of the last run.
    private static string NickPrefixOf(LoadSettings settings) =>
        $"{settings.NickPrefix}{Digits[(int)(settings.Run % 36)]}{Digits[(int)(settings.Run / 36 % 36)]}";
}
