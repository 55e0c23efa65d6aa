using System.Text;

namespace ChatClient.Session;

/// <summary>One attempt to log in with AUTHENTICATE, which carries base64 in pieces.</summary>
/// <remarks>Source: IRCv3 sasl-3.1, The AUTHENTICATE Command.</remarks>
internal sealed class SaslExchange(SaslMechanism mechanism)
{
    /// <summary>The length of a full piece. A full piece is followed by another one, which may be empty. Unit: characters.</summary>
    public const int PieceLength = 400;

    private const string Empty = "+";

    // Far longer than the messages of any mechanism.
    private const int MostCollected = 16 * 1024;

    private readonly StringBuilder _collected = new();

    /// <summary>The mechanism's name.</summary>
    public string Mechanism => mechanism.Name;

    /// <summary>Whether the mechanism accepts that the server reports success.</summary>
    public bool IsSatisfied => mechanism.IsSatisfied;

    /// <summary>Handles a piece from the server.</summary>
    /// <returns>The pieces to answer with; empty while the server's message is incomplete.</returns>
    /// <exception cref="SaslException">Login can't continue.</exception>
    public IReadOnlyList<string> Take(string piece)
    {
        if (piece != Empty)
            _collected.Append(piece);
        if (_collected.Length > MostCollected)
            throw new SaslException("the server's challenge is too long");
        if (piece.Length == PieceLength)
            return [];

        var challenge = new byte[_collected.Length];
        if (!Convert.TryFromBase64String(_collected.ToString(), challenge, out var length))
            throw new SaslException("the server sent something that is not base64");

        _collected.Clear();
        return Pieces(Convert.ToBase64String(mechanism.Answer(challenge.AsSpan(0, length))));
    }

    private static List<string> Pieces(string answer)
    {
        var pieces = answer.Chunk(PieceLength).Select(letters => new string(letters)).ToList();
        if (answer.Length % PieceLength == 0)
            pieces.Add(Empty);
        return pieces;
    }
}
