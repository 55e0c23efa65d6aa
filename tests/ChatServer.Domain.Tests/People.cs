using System.Net;
using ChatServer.Domain.Rooms;
using ChatServer.Domain.Users;
using ChatServer.Protocol;

namespace ChatServer.Domain.Tests;

/// <summary>Users and rooms for the tests. The same nick is always the same user.</summary>
internal static class People
{
    public static readonly DateTimeOffset Noon = new(2026, 1, 2, 12, 0, 0, TimeSpan.Zero);

    public static readonly UserIdentity Alice = User("alice");
    public static readonly UserIdentity Bob = User("bob");
    public static readonly UserIdentity Carol = User("carol");

    public static Nickname Nick(string text) =>
        Nickname.TryParse(text, CaseMapping.Ascii, 32, out var nick) ? nick : throw new ArgumentException("No nick.", nameof(text));

    public static RoomMask Mask(string text) =>
        RoomMask.TryParse(text, CaseMapping.Ascii, out var mask) ? mask : throw new ArgumentException("No mask.", nameof(text));

    public static MaskEntry Entry(string mask) => new(Mask(mask), "alice!~alice@alice.example", Noon);

    public static MaskList Masks(params string[] masks) => masks.Aggregate(MaskList.Empty, (list, mask) => list.Add(Entry(mask)));

    public static UserIdentity User(string nick) => new()
    {
        Id = new UserId(nick.Aggregate(7L, (id, letter) => (id * 31) + letter)),
        Nick = Nick(nick),
        UserName = $"~{nick}",
        Host = $"{nick}.example",
        RealName = WireText.From(nick),
        Address = IPAddress.Parse("192.0.2.7"),
    };

    /// <summary>Someone with this key in his hands, of whose other rooms nothing is known.</summary>
    public static JoinAttempt With(string? key) => new(key, TimeSpan.Zero, []);

    /// <summary>A room without modes, where everybody has the modes given.</summary>
    public static RoomState Room(params (UserIdentity Who, MemberModes Modes)[] members)
    {
        RoomName.TryParse("#room", CaseMapping.Ascii, 64, out var name);
        var room = RoomState.Open(new RoomId(1), name, Noon) with { Flags = RoomFlags.None };
        return members.Aggregate(room, (state, member) => state.With(new Member(member.Who, member.Modes)));
    }
}
