namespace ChatClient.View;

/// <summary>A search through a conversation.</summary>
/// <param name="Words">What is searched for; case does not matter.</param>
/// <param name="FoundId">The entry that was found last, or null.</param>
/// <param name="IsInVain">Whether there is nothing in the direction last tried.</param>
internal sealed record Search(string Words, long? FoundId = null, bool IsInVain = false)
{
    /// <summary>Whether an entry has it.</summary>
    public bool Fits(Entry entry) =>
        Words.Length > 0 && (Has(entry.Text) || Has(entry.Nick));

    private bool Has(string text) => text.Contains(Words, StringComparison.OrdinalIgnoreCase);
}
