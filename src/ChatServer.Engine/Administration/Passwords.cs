using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ChatServer.Engine.Administration;

/// <summary>Compares what a client gave with a password from the configuration.</summary>
/// <remarks>A configured password is plain text, or a hash as <c>openssl</c> and Python's passlib write it:
/// <c>$pbkdf2-sha256$iterations$salt$hash</c>, salt and hash in Base64. A comparison takes the same time wherever the difference
/// is.</remarks>
internal static class Passwords
{
    private const string Scheme = "$pbkdf2-sha256$";

    /// <summary>Whether a configured password is a hash, which takes long to compare with.</summary>
    public static bool IsHashed(string configured) => configured.StartsWith(Scheme, StringComparison.Ordinal);

    /// <summary>Whether a configured password is plain text, or a hash that can be compared with.</summary>
    public static bool IsUsable(string configured) =>
        !IsHashed(configured)
        || (configured[Scheme.Length..].Split('$') is [var iterations, var salt, var hash]
            && int.TryParse(iterations, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            && count > 0
            && IsBase64(salt)
            && IsBase64(hash));

    /// <summary>Whether the password is right.</summary>
    public static bool Matches(string configured, string? given)
    {
        if (given is null) return false;
        if (!IsHashed(configured))
            return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(configured), Encoding.UTF8.GetBytes(given));

        var parts = configured[Scheme.Length..].Split('$');
        if (parts.Length != 3 || !int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var iterations)) return false;
        var expected = FromBase64(parts[2]);
        var actual = Rfc2898DeriveBytes.Pbkdf2(given, FromBase64(parts[1]), iterations, HashAlgorithmName.SHA256, expected.Length);
        return CryptographicOperations.FixedTimeEquals(expected, actual);
    }

    private static bool IsBase64(string text) => text.Length > 0 && Convert.TryFromBase64String(Padded(text), new byte[text.Length], out _);

    private static byte[] FromBase64(string text) => Convert.FromBase64String(Padded(text));

    // passlib writes '.' for '+' and leaves the padding out.
    private static string Padded(string text)
    {
        var padded = text.Replace('.', '+').TrimEnd('=');
        return padded.PadRight((padded.Length + 3) / 4 * 4, '=');
    }
}
