using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ChatServer.Engine.Commands;

/// <summary>Compares what a client gave with a password from the configuration.</summary>
/// <remarks>A configured password is plain text, or a hash as <c>openssl</c> and Python's passlib write it:
/// <c>$pbkdf2-sha256$iterations$salt$hash</c>, salt and hash in Base64. Comparing takes the same time wherever the difference is.</remarks>
internal static class Passwords
{
    private const string Scheme = "$pbkdf2-sha256$";

    /// <summary>Whether the password is right.</summary>
    public static bool Matches(string configured, string? given)
    {
        if (given is null) return false;
        if (!configured.StartsWith(Scheme, StringComparison.Ordinal))
            return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(configured), Encoding.UTF8.GetBytes(given));

        var parts = configured[Scheme.Length..].Split('$');
        if (parts.Length != 3 || !int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var iterations)) return false;
        var expected = FromBase64(parts[2]);
        var actual = Rfc2898DeriveBytes.Pbkdf2(given, FromBase64(parts[1]), iterations, HashAlgorithmName.SHA256, expected.Length);
        return CryptographicOperations.FixedTimeEquals(expected, actual);
    }

    // passlib writes '.' for '+' and leaves the padding out.
    private static byte[] FromBase64(string text)
    {
        var padded = text.Replace('.', '+').TrimEnd('=');
        return Convert.FromBase64String(padded.PadRight((padded.Length + 3) / 4 * 4, '='));
    }
}
