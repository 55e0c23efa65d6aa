namespace ChatServer.SimulationTests.Model;

/// <summary>The order of the events of one room, put together from what its members saw. As long as there is one order that agrees with
/// all of them, there is no circle in it.</summary>
internal sealed class RoomOrder
{
    private readonly Dictionary<string, List<string>> _followers = [];

    /// <summary>Somebody saw one event right after another.</summary>
    public void Add(string before, string after)
    {
        if (!_followers.TryGetValue(before, out var followers)) _followers.Add(before, followers = []);
        if (!followers.Contains(after)) followers.Add(after);
    }

    /// <summary>One order of what was seen under several names.</summary>
    public static RoomOrder Merge(IEnumerable<RoomOrder> orders)
    {
        var merged = new RoomOrder();
        foreach (var order in orders)
        {
            foreach (var (before, followers) in order._followers) followers.ForEach(after => merged.Add(before, after));
        }

        return merged;
    }

    /// <summary>Events that some saw in one order and others in another; null when all agree.</summary>
    public IReadOnlyList<string>? FindCircle()
    {
        var done = new HashSet<string>();
        foreach (var start in _followers.Keys)
        {
            if (Walk(start, done) is { } circle) return circle;
        }

        return null;
    }

    // Depth first, without recursion: a room may have as many events as it likes.
    private List<string>? Walk(string start, HashSet<string> done)
    {
        if (done.Contains(start)) return null;
        var way = new List<string> { start };
        var onTheWay = new HashSet<string> { start };
        var left = new Stack<int>([0]);
        while (way.Count > 0)
        {
            var followers = _followers.GetValueOrDefault(way[^1]);
            var index = left.Pop();
            if (followers is null || index == followers.Count)
            {
                done.Add(way[^1]);
                onTheWay.Remove(way[^1]);
                way.RemoveAt(way.Count - 1);
                continue;
            }

            left.Push(index + 1);
            var next = followers[index];
            if (onTheWay.Contains(next)) return way[way.IndexOf(next)..];
            if (done.Contains(next)) continue;
            way.Add(next);
            onTheWay.Add(next);
            left.Push(0);
        }

        return null;
    }
}
