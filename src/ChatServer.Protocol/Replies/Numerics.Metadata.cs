namespace ChatServer.Protocol;

/// <content>Numerics about the metadata of users and rooms.</content>
public static partial class Numerics
{
    /// <summary><c>target key visibility :value</c> A value, in WHOIS. Source: IRCv3 metadata.</summary>
    public static readonly Numeric RPL_WHOISKEYVALUE = new(760, nameof(RPL_WHOISKEYVALUE), "");

    /// <summary><c>target key visibility :value</c> A value. Source: IRCv3 metadata.</summary>
    public static readonly Numeric RPL_KEYVALUE = new(761, nameof(RPL_KEYVALUE), "");

    /// <summary><c>target key :text</c> There is no value. Source: IRCv3 metadata.</summary>
    public static readonly Numeric RPL_KEYNOTSET = new(766, nameof(RPL_KEYNOTSET), "key not set");

    /// <summary><c>key ...</c> Keys now subscribed to. Source: IRCv3 metadata.</summary>
    public static readonly Numeric RPL_METADATASUBOK = new(770, nameof(RPL_METADATASUBOK), "");

    /// <summary><c>key ...</c> Keys no longer subscribed to. Source: IRCv3 metadata.</summary>
    public static readonly Numeric RPL_METADATAUNSUBOK = new(771, nameof(RPL_METADATAUNSUBOK), "");

    /// <summary><c>key ...</c> Keys subscribed to. Source: IRCv3 metadata.</summary>
    public static readonly Numeric RPL_METADATASUBS = new(772, nameof(RPL_METADATASUBS), "");

    /// <summary><c>target [seconds]</c> Too much to send now: ask again later. Source: IRCv3 metadata.</summary>
    public static readonly Numeric RPL_METADATASYNCLATER = new(774, nameof(RPL_METADATASYNCLATER), "");
}
