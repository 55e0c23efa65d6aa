using System.Globalization;

namespace ChatLoad.Load;

/// <summary>A section of a load profile, in which the load moves evenly from the end of the last stage to a target.</summary>
/// <param name="Length">How long; 0 jumps.</param>
/// <param name="Target">Arrivals per second in an open loop, active senders in a closed one.</param>
internal readonly record struct Stage(TimeSpan Length, double Target)
{
    /// <summary>Reads <c>LENGTH:TARGET</c>, such as <c>30s:1000</c>.</summary>
    public static bool TryParse(string text, out Stage stage)
    {
        stage = default;
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0 || !Durations.TryParse(text[..colon], out var length))
            return false;
        if (!double.TryParse(text[(colon + 1)..], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var target))
            return false;

        stage = new Stage(length, target);
        return true;
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Durations.Format(Length)}:{Target}");
}
