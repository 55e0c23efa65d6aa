using System.Collections.Immutable;
using ChatServer.Domain.Users;
using ChatServer.Protocol;

namespace ChatServer.Domain.Rooms;

/// <summary>One entry of a list mode.</summary>
/// <param name="Mask">Whom it covers.</param>
/// <param name="SetBy">Who set it, <c>nick!user@host</c>.</param>
/// <param name="SetAt">When, UTC.</param>
public sealed record MaskEntry(RoomMask Mask, string SetBy, DateTimeOffset SetAt);

/// <summary>A list mode of a room: bans (<c>b</c>), exceptions (<c>e</c>) or invitations (<c>I</c>), oldest entry first.</summary>
/// <param name="Entries">The entries; no two have the same mask.</param>
public sealed record MaskList(ImmutableArray<MaskEntry> Entries)
{
    /// <summary>A list without entries.</summary>
    public static MaskList Empty { get; } = new([]);

    /// <summary>How many entries there are.</summary>
    public int Count => Entries.Length;

    /// <summary>Whether an entry covers the user when he joins.</summary>
    /// <param name="who">Anyone.</param>
    /// <param name="rooms">The rooms he is known to be in.</param>
    public bool CoversJoining(UserIdentity who, IReadOnlyCollection<RoomName> rooms)
    {
        foreach (var entry in Entries)
        {
            if (!entry.Mask.IsAboutSpeechOnly && entry.Mask.Covers(who, rooms)) return true;
        }

        return false;
    }

    /// <summary>Whether an entry covers the user when he speaks.</summary>
    /// <param name="who">Anyone.</param>
    /// <remarks>Asked for every message, so his rooms are not looked up: <c>j:#room</c> only matters for joining.</remarks>
    public bool CoversSpeaking(UserIdentity who)
    {
        foreach (var entry in Entries)
        {
            if (entry.Mask.Covers(who, [])) return true;
        }

        return false;
    }

    /// <summary>The list with an entry at its end, or this list when it has the mask already.</summary>
    /// <param name="entry">The new entry.</param>
    public MaskList Add(MaskEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return IndexOf(entry.Mask) >= 0 ? this : new MaskList(Entries.Add(entry));
    }

    /// <summary>The list without a mask, or this list when it has no such mask.</summary>
    /// <param name="mask">The mask to take out.</param>
    public MaskList Remove(RoomMask mask)
    {
        var index = IndexOf(mask);
        return index < 0 ? this : new MaskList(Entries.RemoveAt(index));
    }

    /// <summary>The entry with a mask, or null.</summary>
    /// <param name="mask">The mask, in any case.</param>
    public MaskEntry? Find(RoomMask mask)
    {
        var index = IndexOf(mask);
        return index < 0 ? null : Entries[index];
    }

    private int IndexOf(RoomMask mask)
    {
        for (var i = 0; i < Entries.Length; i++)
        {
            if (Entries[i].Mask.Equals(mask)) return i;
        }

        return -1;
    }
}
