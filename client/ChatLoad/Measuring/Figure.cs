namespace ChatLoad.Measuring;

/// <summary>A figure that only one scenario has.</summary>
/// <param name="Name">What it is, for people.</param>
/// <param name="Value">How much.</param>
/// <param name="Unit">Of what.</param>
internal sealed record Figure(string Name, double Value, string Unit);

/// <summary>Something that went wrong, and how often.</summary>
/// <param name="Text">What, for people.</param>
/// <param name="Count">How often.</param>
internal sealed record Problem(string Text, long Count);
