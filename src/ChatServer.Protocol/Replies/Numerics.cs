namespace ChatServer.Protocol;

/// <summary>The numeric replies, by the specifications' names; one file per subject.</summary>
/// <remarks>
/// <para>The grammar in a summary starts after the first parameter of every numeric: the client's nickname, or <c>*</c> before it has one.
/// What the wire calls a channel is a room here. The last parameter is for people unless it is data, in which case <see
/// cref="Numeric.Text"/> is empty.</para>
/// <para>Source: Modern, Numerics, unless a summary names another.</para>
/// </remarks>
public static partial class Numerics;
