using System.Buffers;

namespace ChatServer.Actors;

/// <summary>The place of an actor in the tree, such as <c>akka://chat/user/rooms/general</c>.</summary>
/// <remarks>Equality compares names only: an actor and a later one under the same name have equal paths and different references.</remarks>
public sealed class ActorPath : IEquatable<ActorPath>, IComparable<ActorPath>
{
    /// <summary>The characters allowed in a name besides ASCII letters and digits (RFC 2396, path segment).</summary>
    public const string ValidSymbols = "\"-_.*$+:@&=,!~';()";

    private static readonly SearchValues<char> ValidCharacters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789" + ValidSymbols);

    private ActorPath(ActorPath? parent, string name, long uid)
    {
        Parent = parent ?? this;
        Name = name;
        Uid = uid;
    }

    /// <summary>The last name; for the root, the name of the system.</summary>
    public string Name { get; }

    /// <summary>The path of the supervisor; the root is its own parent.</summary>
    public ActorPath Parent { get; }

    /// <summary>Tells incarnations under one name apart; 0 if the path does not come from a reference.</summary>
    public long Uid { get; }

    /// <summary>Number of names below the root.</summary>
    public int Depth
    {
        get
        {
            var depth = 0;
            for (var path = this; !path.IsRoot; path = path.Parent) depth++;
            return depth;
        }
    }

    /// <summary>The names from the root down.</summary>
    public IReadOnlyList<string> Elements
    {
        get
        {
            var elements = new string[Depth];
            var path = this;
            for (var i = elements.Length - 1; i >= 0; i--, path = path.Parent) elements[i] = path.Name;
            return elements;
        }
    }

    internal bool IsRoot => ReferenceEquals(Parent, this);

    /// <summary>A path one name longer.</summary>
    /// <param name="path">Where to start.</param>
    /// <param name="name">The name to add.</param>
    public static ActorPath operator /(ActorPath path, string name)
    {
        ArgumentNullException.ThrowIfNull(path);
        return path.Child(name);
    }

    /// <summary>Whether both name the same place.</summary>
    /// <param name="left">One path.</param>
    /// <param name="right">The other.</param>
    public static bool operator ==(ActorPath? left, ActorPath? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether they name different places.</summary>
    /// <param name="left">One path.</param>
    /// <param name="right">The other.</param>
    public static bool operator !=(ActorPath? left, ActorPath? right) => !(left == right);

    /// <summary>Order by text.</summary>
    /// <param name="left">One path.</param>
    /// <param name="right">The other.</param>
    public static bool operator <(ActorPath left, ActorPath right) => Compare(left, right) < 0;

    /// <summary>Order by text.</summary>
    /// <param name="left">One path.</param>
    /// <param name="right">The other.</param>
    public static bool operator <=(ActorPath left, ActorPath right) => Compare(left, right) <= 0;

    /// <summary>Order by text.</summary>
    /// <param name="left">One path.</param>
    /// <param name="right">The other.</param>
    public static bool operator >(ActorPath left, ActorPath right) => Compare(left, right) > 0;

    /// <summary>Order by text.</summary>
    /// <param name="left">One path.</param>
    /// <param name="right">The other.</param>
    public static bool operator >=(ActorPath left, ActorPath right) => Compare(left, right) >= 0;

    /// <summary>Whether an actor may have this name: not empty, no leading <c>$</c> (reserved for generated names), only URI
    /// characters.</summary>
    /// <param name="s">The name in question.</param>
    public static bool IsValidPathElement(string? s)
    {
        if (string.IsNullOrEmpty(s) || s[0] == '$') return false;
        for (var i = 0; i < s.Length; i++)
        {
            if (ValidCharacters.Contains(s[i])) continue;
            var isEscape = s[i] == '%' && i + 2 < s.Length && char.IsAsciiHexDigit(s[i + 1]) && char.IsAsciiHexDigit(s[i + 2]);
            if (!isEscape) return false;
            i += 2;
        }

        return true;
    }

    /// <summary>The path of a child.</summary>
    /// <param name="childName">Its name, not checked.</param>
    public ActorPath Child(string childName) => new(this, childName, uid: 0);

    /// <summary>The same place, for another incarnation.</summary>
    /// <param name="uid">The number of the incarnation.</param>
    public ActorPath WithUid(long uid) => uid == Uid ? this : new ActorPath(IsRoot ? null : Parent, Name, uid);

    /// <summary>The names without the system: <c>/user/rooms</c>.</summary>
    public string ToStringWithoutAddress() => "/" + string.Join('/', Elements);

    /// <summary>With the number of the incarnation: <c>akka://chat/user/rooms#42</c>.</summary>
    public string ToStringWithUid() => Uid == 0 ? ToString() : $"{this}#{Uid}";

    /// <inheritdoc/>
    public override string ToString()
    {
        var root = this;
        while (!root.IsRoot) root = root.Parent;
        return $"akka://{root.Name}{ToStringWithoutAddress()}";
    }

    /// <inheritdoc/>
    public bool Equals(ActorPath? other)
    {
        if (other is null) return false;
        var (mine, theirs) = (this, other);
        while (!ReferenceEquals(mine, theirs))
        {
            if (mine.IsRoot != theirs.IsRoot || mine.Name != theirs.Name) return false;
            if (mine.IsRoot) return true;
            (mine, theirs) = (mine.Parent, theirs.Parent);
        }

        return true;
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ActorPath);

    /// <inheritdoc/>
    public override int GetHashCode() => IsRoot ? Name.GetHashCode(StringComparison.Ordinal) : HashCode.Combine(Parent, Name);

    /// <inheritdoc/>
    public int CompareTo(ActorPath? other) => Compare(this, other);

    internal static ActorPath Root(string systemName) => new(null, systemName, uid: 0);

    internal ActorPath Child(string childName, long uid) => new(this, childName, uid);

    private static int Compare(ActorPath? left, ActorPath? right) => string.CompareOrdinal(left?.ToString(), right?.ToString());
}
