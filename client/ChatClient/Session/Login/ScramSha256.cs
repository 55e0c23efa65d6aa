using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ChatClient.Session;

/// <summary>Logs in without sending the password, and checks that the server knows it too.</summary>
/// <remarks>
/// <code>
/// C: n,,n=user,r=nonce
/// S: r=nonce+more,s=salt,i=iterations
/// C: c=biws,r=nonce+more,p=proof
/// S: v=verifier
/// </code>
/// Source: RFC 5802, RFC 7677. The password is used as typed. SASLprep is not applied; it would change only characters beyond
/// ASCII.
/// </remarks>
internal sealed class ScramSha256 : SaslMechanism
{
    /// <summary>The mechanism's name on the wire.</summary>
    public const string MechanismName = "SCRAM-SHA-256";

    // No channel binding: "n,,", in base64.
    private const string BindingHeader = "n,,";
    private const string BindingField = "c=biws";

    // More than any honest server asks for. A hostile server could ask for a very high number to keep us busy.
    private const int MostIterations = 1_000_000;

    private readonly string _password;
    private readonly string _nonce;
    private readonly string _firstBare;
    private byte[] _expected = [];
    private Step _step;

    /// <summary>Creates a login that has not started.</summary>
    /// <param name="account">The account.</param>
    /// <param name="password">The password.</param>
    /// <param name="nonce">Our half of the nonce; null for a random one.</param>
    public ScramSha256(string account, string password, string? nonce = null)
    {
        _password = password;
        _nonce = nonce ?? Convert.ToBase64String(RandomNumberGenerator.GetBytes(18));
        var user = account.Replace("=", "=3D", StringComparison.Ordinal).Replace(",", "=2C", StringComparison.Ordinal);
        _firstBare = $"n={user},r={_nonce}";
    }

    private enum Step
    {
        First,
        Proof,
        Check,
        Done,
    }

    /// <inheritdoc/>
    public override string Name => MechanismName;

    /// <inheritdoc/>
    public override bool IsSatisfied => _step == Step.Done;

    /// <inheritdoc/>
    public override byte[] Answer(ReadOnlySpan<byte> challenge)
    {
        var text = Encoding.UTF8.GetString(challenge);
        switch (_step)
        {
            case Step.First:
                _step = Step.Proof;
                return Encoding.UTF8.GetBytes(BindingHeader + _firstBare);
            case Step.Proof:
                _step = Step.Check;
                return Encoding.UTF8.GetBytes(Prove(text));
            case Step.Check:
                Check(text);
                _step = Step.Done;
                return [];
            default:
                throw new SaslException("the server sent an unexpected challenge");
        }
    }

    private string Prove(string serverFirst)
    {
        var fields = Fields(serverFirst);
        var nonce = fields.GetValueOrDefault('r', string.Empty);
        if (!nonce.StartsWith(_nonce, StringComparison.Ordinal) || nonce.Length == _nonce.Length)
            throw new SaslException("the server answered a different login");
        if (!int.TryParse(fields.GetValueOrDefault('i'), NumberStyles.None, CultureInfo.InvariantCulture, out var rounds)
            || rounds is < 1 or > MostIterations)
            throw new SaslException("the server requires an invalid number of iterations");

        var salted = Rfc2898DeriveBytes.Pbkdf2(_password, Base64(fields.GetValueOrDefault('s')), rounds, HashAlgorithmName.SHA256, 32);
        var withoutProof = $"{BindingField},r={nonce}";
        var signed = Encoding.UTF8.GetBytes($"{_firstBare},{serverFirst},{withoutProof}");

        var clientKey = HMACSHA256.HashData(salted, "Client Key"u8);
        var proof = HMACSHA256.HashData(SHA256.HashData(clientKey), signed);
        for (var i = 0; i < proof.Length; i++)
            proof[i] ^= clientKey[i];

        _expected = HMACSHA256.HashData(HMACSHA256.HashData(salted, "Server Key"u8), signed);
        return $"{withoutProof},p={Convert.ToBase64String(proof)}";
    }

    // A server that does not know the password can't make this signature.
    private void Check(string serverFinal)
    {
        var fields = Fields(serverFinal);
        if (fields.TryGetValue('e', out var error))
            throw new SaslException(error);
        if (!CryptographicOperations.FixedTimeEquals(Base64(fields.GetValueOrDefault('v')), _expected))
            throw new SaslException("the server does not know the password either: it is not the one that it claims to be");
    }

    private static Dictionary<char, string> Fields(string message) =>
        message.Split(',').Where(field => field.Length > 1 && field[1] == '=').DistinctBy(field => field[0])
            .ToDictionary(field => field[0], field => field[2..]);

    private static byte[] Base64(string? text)
    {
        try
        {
            return Convert.FromBase64String(text ?? string.Empty);
        }
        catch (FormatException)
        {
            throw new SaslException("the server sent something that is not base64");
        }
    }
}
