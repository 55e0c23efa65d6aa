namespace ChatServer.Actors.TestKit;

/// <summary>How patient tests are. A test that passes does not wait so long; one that fails does.</summary>
public sealed class TestKitSettings
{
    /// <summary>For anything that takes a time and is given none. Ten seconds: machines that run tests are busy.</summary>
    public TimeSpan DefaultTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>For one expected message. Ten seconds.</summary>
    public TimeSpan SingleExpectDefault { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long "no message" is waited for: 100 ms. It proves nothing on a busy machine; better is to let a later message come
    /// first.</summary>
    public TimeSpan ExpectNoMessageDefault { get; init; } = TimeSpan.FromMilliseconds(100);

    /// <summary>All given times are multiplied by it.</summary>
    public double TestTimeFactor { get; init; } = 1;
}
