namespace ChatClient.Session;

/// <summary>A pending request for history.</summary>
/// <param name="Target">The conversation.</param>
/// <param name="Span">Which piece of history.</param>
/// <param name="Limit">Maximum number of messages.</param>
/// <param name="Asked">When the request was sent.</param>
/// <param name="Gap">The gap that it should fill, if any.</param>
internal sealed record HistoryRequest(string Target, HistorySpan Span, int Limit, DateTimeOffset Asked, HistoryGap? Gap = null);

/// <summary>The part of a conversation that we may have missed while there was no connection.</summary>
/// <param name="From">Time of the last message before.</param>
/// <param name="To">When we were back; later messages arrived live.</param>
internal sealed record HistoryGap(DateTimeOffset From, DateTimeOffset To);

/// <summary>The pending requests for history, in the order of sending.</summary>
/// <param name="mapping">The server's case mapping.</param>
internal sealed class HistoryRequests(Func<IEqualityComparer<string>> mapping)
{
    // A server that is silent for this long has forgotten us.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly List<HistoryRequest> _open = [];

    /// <summary>Whether a request for this piece is already pending.</summary>
    public bool Has(string target, HistorySpan span, DateTimeOffset now)
    {
        _open.RemoveAll(request => now - request.Asked > Patience);
        return _open.Exists(request => request.Span == span && mapping().Equals(request.Target, target));
    }

    /// <summary>Records a request that was sent.</summary>
    public void Add(HistoryRequest request) => _open.Add(request);

    /// <summary>Removes the oldest request for a conversation, which has been answered.</summary>
    public HistoryRequest? Take(string target)
    {
        var index = _open.FindIndex(request => mapping().Equals(request.Target, target));
        if (index < 0)
            return null;

        var request = _open[index];
        _open.RemoveAt(index);
        return request;
    }

    /// <summary>Removes the oldest request of all; null if there is none.</summary>
    public HistoryRequest? TakeOldest() => _open.Count > 0 ? Take(_open[0].Target) : null;

    /// <summary>Forgets all requests: the connection is gone.</summary>
    public void Clear() => _open.Clear();
}
