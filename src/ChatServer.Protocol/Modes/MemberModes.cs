namespace ChatServer.Protocol;

/// <summary>The ranks of one member in one room. They can be combined; a greater value outranks a smaller one.</summary>
[Flags]
public enum MemberModes : byte
{
    /// <summary>An ordinary member.</summary>
    None = 0,

    /// <summary><c>+v</c>, prefix <c>+</c>.</summary>
    Voice = 1,

    /// <summary><c>+h</c>, prefix <c>%</c>.</summary>
    HalfOp = 2,

    /// <summary><c>+o</c>, prefix <c>@</c>.</summary>
    Op = 4,

    /// <summary><c>+a</c>, prefix <c>&amp;</c>.</summary>
    Admin = 8,

    /// <summary><c>+q</c>, prefix <c>~</c>.</summary>
    Founder = 16,
}
