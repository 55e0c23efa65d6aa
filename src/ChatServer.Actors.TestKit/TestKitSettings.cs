namespace ChatServer.Actors.TestKit;

/// <summary>The time-outs of tests. A passing test does not wait that long; a failing one does.</summary>
public sealed class TestKitSettings
{
    /// <summary>For everything that takes a time and is given none. Ten seconds: machines that run tests are busy.</summary>
    public TimeSpan DefaultTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>For one expected message. Ten seconds.</summary>
    public TimeSpan SingleExpectDefault { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long "no message" waits: 100 ms. On a busy machine it proves nothing; expecting a later message first is
    /// better.</summary>
    public TimeSpan ExpectNoMessageDefault { get; init; } = TimeSpan.FromMilliseconds(100);

    /// <summary>A factor for all given times.</summary>
    public double TestTimeFactor { get; init; } = 1;
}
