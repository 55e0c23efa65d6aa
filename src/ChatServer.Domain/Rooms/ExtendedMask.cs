using System.Collections.Immutable;
using ChatServer.Domain.Users;
using ChatServer.Protocol;

namespace ChatServer.Domain.Rooms;

/// <summary>Masks for something else than <c>nick!user@host</c>: <c>a:account</c>, <c>j:#room</c>, <c>m:mask</c>,
/// <c>r:real*name</c>.</summary>
/// <remarks>
/// <para>A mask may be written with a <c>~</c> in front and with the kind's name in place of its letter (<c>~account:bob</c>); it is kept
/// and shown in its shortest form (<c>a:bob</c>).</para>
/// <para>Source: ISUPPORT's <c>EXTBAN</c> as InspIRCd and Ergo have it, without a prefix; IRCv3 account-extban.</para>
/// </remarks>
public static class ExtendedMask
{
    private const char OptionalPrefix = '~';

    private static readonly ImmutableArray<Kind> Kinds =
    [
        new('a', "account", static (text, mapping) => HasSpace(text) ? null : new ByAccount(text, mapping)),
        new('j', "channel", static (text, mapping) =>
            RoomName.TryParse(text, mapping, int.MaxValue, out var room) ? new ByRoom(room, mapping) : null),
        new('m', "mute", static (text, mapping) =>
            RoomMask.TryParse(text, mapping, out var inner) && !inner.IsAboutSpeechOnly ? new Mute(inner, mapping) : null),
        new('r', "realname", static (text, mapping) => new ByRealName(text, mapping)),
    ];

    /// <summary>The value of ISUPPORT's <c>EXTBAN</c>: no prefix, and the letters.</summary>
    public static readonly string ExtBanToken = "," + string.Concat(Kinds.Select(kind => kind.Letter));

    /// <summary>The value of ISUPPORT's <c>ACCOUNTEXTBAN</c>: the names of the kind that matches accounts.</summary>
    public static readonly string AccountExtBanToken = "a,account";

    private delegate RoomMask? Maker(string text, CaseMapping mapping);

    /// <summary>Whether a text is meant as an extended mask, valid or not.</summary>
    /// <remarks>A word before a colon means one, unless there is no <c>~</c> in front and the text could be an IPv6 address.</remarks>
    internal static bool IsMeant(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 0) return false;
        var word = text.AsSpan(0, colon);
        return text[0] == OptionalPrefix ? IsWord(word[1..]) : Find(word) is not null || (IsWord(word) && !CouldBeAddress(text));
    }

    /// <summary>Reads an extended mask; null when its kind is unknown, or what follows the colon is missing or malformed.</summary>
    internal static RoomMask? Parse(string text, CaseMapping mapping)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var kind = Find(text.AsSpan(0, colon).TrimStart(OptionalPrefix));
        return kind is null || colon == text.Length - 1 ? null : kind.Make(text[(colon + 1)..], mapping);
    }

    private static Kind? Find(ReadOnlySpan<char> word)
    {
        foreach (var kind in Kinds)
        {
            if (word.SequenceEqual(kind.Name) || (word.Length == 1 && word[0] == kind.Letter)) return kind;
        }

        return null;
    }

    private static bool IsWord(ReadOnlySpan<char> text)
    {
        foreach (var letter in text)
        {
            if (!char.IsAsciiLetter(letter)) return false;
        }

        return text.Length > 0;
    }

    private static bool CouldBeAddress(string text) =>
        text.All(letter => char.IsAsciiHexDigit(letter) || letter is ':' or '.' or '/' or '*' or '?');

    private static bool HasSpace(string text) => text.Any(char.IsWhiteSpace);

    private sealed record Kind(char Letter, string Name, Maker Make);

    private sealed class ByAccount(string pattern, CaseMapping mapping) : RoomMask($"a:{pattern}", mapping)
    {
        private readonly string _pattern = mapping.Fold(pattern);

        public override bool Covers(UserIdentity who, IReadOnlyCollection<RoomName> rooms) =>
            who.Account is { } account && Glob.IsMatch(_pattern, account, Mapping);
    }

    private sealed class ByRoom(RoomName room, CaseMapping mapping) : RoomMask($"j:{room.Text}", mapping)
    {
        public override bool Covers(UserIdentity who, IReadOnlyCollection<RoomName> rooms) => rooms.Contains(room);
    }

    // A mask is a single parameter on the wire, so "?" stands for a space in a name.
    private sealed class ByRealName(string pattern, CaseMapping mapping) : RoomMask($"r:{pattern.Replace(' ', '?')}", mapping)
    {
        private readonly string _pattern = mapping.Fold(pattern.Replace(' ', '?'));

        public override bool Covers(UserIdentity who, IReadOnlyCollection<RoomName> rooms) =>
            Glob.IsMatch(_pattern, who.RealName.ToString(), Mapping);
    }

    private sealed class Mute(RoomMask inner, CaseMapping mapping) : RoomMask($"m:{inner.Text}", mapping)
    {
        public override bool IsAboutSpeechOnly => true;

        public override bool Covers(UserIdentity who, IReadOnlyCollection<RoomName> rooms) => inner.Covers(who, rooms);
    }
}
