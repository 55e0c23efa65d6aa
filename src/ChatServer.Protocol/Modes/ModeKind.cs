namespace ChatServer.Protocol;

/// <summary>When a mode letter takes a parameter, and what setting it does.</summary>
/// <remarks>Source: Modern, <c>CHANMODES</c> (types A to D) and <c>PREFIX</c>.</remarks>
public enum ModeKind
{
    /// <summary>Type A: adds to or removes from a list; without a parameter it queries the list.</summary>
    List,

    /// <summary>Type B: a setting with a parameter both when set and when unset.</summary>
    AlwaysParameter,

    /// <summary>Type C: a setting with a parameter only when set.</summary>
    ParameterWhenSet,

    /// <summary>Type D: on or off.</summary>
    Flag,

    /// <summary>A rank of one member, named by the parameter.</summary>
    Membership,
}
