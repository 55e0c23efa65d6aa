using System.Buffers;
using System.Net;
using ChatServer.Engine.Administration;

namespace ChatServer.Engine.Settings.Rules;

/// <summary>Text that can stand on an IRC line: no CR, LF or NUL.</summary>
public sealed class OneLineAttribute : RuleAttribute
{
    /// <inheritdoc/>
    public override string Expectation => "text without line breaks";

    /// <inheritdoc/>
    public override bool Allows(object value) => value is string text && text.AsSpan().IndexOfAny('\r', '\n', '\0') < 0;
}

/// <summary>A password that clients have to give, as it is or hashed.</summary>
public sealed class PasswordAttribute : RuleAttribute
{
    /// <inheritdoc/>
    public override string Expectation => "a password, or its hash as $pbkdf2-sha256$iterations$salt$hash";

    /// <inheritdoc/>
    public override bool Allows(object value) =>
        value is string text && text.AsSpan().IndexOfAny('\r', '\n', '\0') < 0 && Passwords.IsUsable(text);
}

/// <summary>Text that can be a middle parameter of an IRC message.</summary>
public sealed class WordAttribute : RuleAttribute
{
    /// <inheritdoc/>
    public override string Expectation => "one word, without spaces, that does not begin with ':'";

    /// <inheritdoc/>
    public override bool Allows(object value) =>
        value is string { Length: > 0 } text && text[0] != ':' && text.AsSpan().IndexOfAny(" \r\n\0") < 0;
}

/// <summary>Text that can be the value of an ISUPPORT token or of a capability.</summary>
public sealed class TokenValueAttribute : RuleAttribute
{
    /// <inheritdoc/>
    public override string Expectation => "one word, without spaces and '='";

    /// <inheritdoc/>
    public override bool Allows(object value) => value is string { Length: > 0 } text && text.AsSpan().IndexOfAny(" =\r\n\0") < 0;
}

/// <summary>The address of something on the web, or nothing.</summary>
public sealed class WebAddressAttribute : RuleAttribute
{
    private const int Longest = 300;

    /// <inheritdoc/>
    public override string Expectation => "empty, or an address that begins with https:// or http://, 300 characters at most";

    /// <inheritdoc/>
    public override bool Allows(object value) =>
        value is string text
        && (text.Length == 0
            || (text.Length <= Longest
                && text.All(c => char.IsAscii(c) && !char.IsControl(c) && c != ' ')
                && Uri.TryCreate(text, UriKind.Absolute, out var address)
                && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp)));
}

/// <summary>The name of a server: it has a dot, by which clients tell it from a nick.</summary>
public sealed class ServerNameAttribute : RuleAttribute
{
    private const int Longest = 63;

    /// <inheritdoc/>
    public override string Expectation => "a host name: letters, digits, '-' and at least one '.', 63 characters at most";

    /// <inheritdoc/>
    public override bool Allows(object value) =>
        value is string { Length: > 0 and <= Longest } text
        && text.Contains('.', StringComparison.Ordinal)
        && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-');
}

/// <summary>Modes to set, such as <c>+i</c>, or nothing.</summary>
public sealed class ModesAttribute : RuleAttribute
{
    private static readonly SearchValues<char> Letters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    /// <inheritdoc/>
    public override string Expectation => "empty, or '+' and mode letters, as in +i";

    /// <inheritdoc/>
    public override bool Allows(object value) =>
        value is string text && (text.Length == 0 || (text.Length > 1 && text[0] == '+' && text.AsSpan(1).IndexOfAnyExcept(Letters) < 0));
}

/// <summary>One of a few words, exactly as they are spelt.</summary>
public sealed class OneOfAttribute(params string[] words) : RuleAttribute
{
    /// <summary>The words allowed.</summary>
    public IReadOnlyList<string> Words { get; } = words;

    /// <inheritdoc/>
    public override string Expectation => $"one of {string.Join(", ", Words)}";

    /// <inheritdoc/>
    public override bool Allows(object value) => value is string text && Words.Contains(text);
}

/// <summary>The name of a client-only message tag, with its <c>+</c>.</summary>
public sealed class ClientTagAttribute : RuleAttribute
{
    private static readonly SearchValues<char> Forbidden = SearchValues.Create(" ;=\r\n\0");

    /// <inheritdoc/>
    public override string Expectation => "the name of a client-only tag, as in +draft/react";

    /// <inheritdoc/>
    public override bool Allows(object value) =>
        value is string { Length: > 1 } text && text[0] == '+' && text.AsSpan().IndexOfAny(Forbidden) < 0;
}

/// <summary>A range of IP addresses in CIDR notation.</summary>
public sealed class AddressRangeAttribute : RuleAttribute
{
    /// <inheritdoc/>
    public override string Expectation => "addresses in CIDR notation, as in 10.0.0.0/8 or ::1/128";

    /// <inheritdoc/>
    public override bool Allows(object value) => value is string text && IPNetwork.TryParse(text, out _);
}
