using ChatServer.Engine.Settings.Rules;

namespace ChatServer.Engine.Settings;

/// <summary>Section <c>Accounts</c>: names that belong to somebody, and logging in to them.</summary>
public sealed record AccountSettings
{
    /// <summary>Whether there are accounts at all: without, no <c>sasl</c> and no NickServ. Default: yes.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>How accounts are made.</summary>
    public AccountRegistrationSettings Registration { get; init; } = new();

    /// <summary>The SASL mechanisms offered, the value of the capability <c>sasl</c>. Default: all.</summary>
    [OneOf("PLAIN", "SCRAM-SHA-256", "EXTERNAL")]
    public IReadOnlyList<string> SaslMechanisms { get; init; } = ["PLAIN", "SCRAM-SHA-256", "EXTERNAL"];

    /// <summary>Cost of a stored password, in rounds of PBKDF2. Default 600,000.</summary>
    /// <remarks>Least: RFC 7677 section 4.</remarks>
    [Number(4096, 100_000_000)]
    public int PasswordIterations { get; init; } = 600_000;

    /// <summary>How often a minute a client may try to log in. Default 5; 0: no limit.</summary>
    [Number(0, 100_000, Zero = "no limit")]
    public int LoginAttemptsPerMinute { get; init; } = 5;

    /// <summary>Who may use a registered nick. Default <see cref="NickReservation.Strict"/>.</summary>
    public NickReservation NickReservation { get; init; } = NickReservation.Strict;

    /// <summary>Several connections of one user.</summary>
    public MulticlientSettings Multiclient { get; init; } = new();

    /// <summary>Whether users stay when their last connection goes. Default <see cref="AlwaysOnPolicy.OptIn"/>.</summary>
    public AlwaysOnPolicy AlwaysOn { get; init; } = AlwaysOnPolicy.OptIn;
}

/// <summary>Section <c>Accounts:Registration</c>: how accounts are made. Source: IRCv3 draft/account-registration.</summary>
public sealed record AccountRegistrationSettings
{
    /// <summary>Whether users may make accounts. Default: yes.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>Whether they may before they are registered, capability value <c>before-connect</c>. Default: no.</summary>
    public bool BeforeConnect { get; init; }

    /// <summary>Whether an address must be given, capability value <c>email-required</c>. Default: no.</summary>
    public bool RequireEmail { get; init; }

    /// <summary>Whether the address is verified before the account can be used. Default: no.</summary>
    public bool VerifyEmail { get; init; }
}

/// <summary>Section <c>Accounts:Multiclient</c>: several connections of one user.</summary>
public sealed record MulticlientSettings
{
    /// <summary>Whether a second login with the same nick attaches to the same user. Default: yes.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>Whether it does for accounts that did not say. Default: yes.</summary>
    public bool AllowedByDefault { get; init; } = true;
}

/// <summary>Who may use a registered nick.</summary>
public enum NickReservation
{
    /// <summary>Everybody.</summary>
    Off,

    /// <summary>Only its owner.</summary>
    Strict,
}

/// <summary>Whether users stay when their last connection goes.</summary>
public enum AlwaysOnPolicy
{
    /// <summary>Nobody does.</summary>
    Disabled,

    /// <summary>Those who asked for it.</summary>
    OptIn,

    /// <summary>Those who have an account and did not ask to go.</summary>
    OptOut,

    /// <summary>All who have an account.</summary>
    Mandatory,
}
