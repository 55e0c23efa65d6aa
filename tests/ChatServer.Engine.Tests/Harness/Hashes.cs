using System.Security.Cryptography;
using System.Text;

namespace ChatServer.Engine.Tests.Harness;

/// <summary>Passwords as a configuration may hold them.</summary>
internal static class Hashes
{
    public static string Of(string password)
    {
        var salt = "a salt"u8.ToArray();
        var hash = Rfc2898DeriveBytes.Pbkdf2(Encoding.UTF8.GetBytes(password), salt, 1000, HashAlgorithmName.SHA256, 32);
        return $"$pbkdf2-sha256$1000${Convert.ToBase64String(salt)}${Convert.ToBase64String(hash)}";
    }
}
