using ChatServer.Protocol;

namespace ChatServer.Engine.Users;

/// <summary>Prevents two users from having nicks that look the same.</summary>
/// <remarks>Not thread-safe: owned by the user directory. With an ASCII case mapping nothing is kept: such nicks count as distinguishable.
/// One holder may have several nicks that look the same.</remarks>
/// <param name="mapping">The server's case mapping.</param>
internal sealed class Lookalikes(CaseMapping mapping)
{
    private readonly Dictionary<string, List<(Nickname Nick, object Holder)>> _held = [];

    /// <summary>Whether somebody else holds a nick that looks like this one.</summary>
    /// <param name="nick">The nick.</param>
    /// <param name="holder">Who wants it.</param>
    public bool HasOther(Nickname nick, object holder) =>
        mapping.CoversAllScripts
        && _held.TryGetValue(Skeleton.Of(nick.Text), out var held)
        && held.Exists(one => !one.Holder.Equals(holder));

    public void Add(Nickname nick, object holder)
    {
        if (!mapping.CoversAllScripts) return;
        var skeleton = Skeleton.Of(nick.Text);
        if (!_held.TryGetValue(skeleton, out var held)) _held.Add(skeleton, held = []);
        held.Add((nick, holder));
    }

    public void Remove(Nickname nick, object holder)
    {
        if (!mapping.CoversAllScripts) return;
        var skeleton = Skeleton.Of(nick.Text);
        if (!_held.TryGetValue(skeleton, out var held)) return;
        held.Remove((nick, holder));
        if (held.Count == 0) _held.Remove(skeleton);
    }
}
