namespace ChatClient.View;

/// <summary>A search through a conversation.</summary>
/// <param name="Words">The text to find; case is ignored.</param>
/// <param name="FoundId">Id of the last match, or null.</param>
/// <param name="IsInVain">Whether the last attempt found no further match in its direction.</param>
internal sealed record Search(string Words, long? FoundId = null, bool IsInVain = false)
{
    /// <summary>Whether an entry contains the text.</summary>
    public bool Fits(Entry entry) =>
        Words.Length > 0 && (Has(entry.Text) || Has(entry.Nick));

    private bool Has(string text) => text.Contains(Words, StringComparison.OrdinalIgnoreCase);
}
