using System.Collections.Immutable;
using System.Text;

namespace ChatServer.Protocol;

/// <summary>Collects what the server announces about its features and limits (005).</summary>
/// <remarks>
/// <code>token = name / name "=" value / "-" name</code>
/// <para>In values, space, <c>=</c> and <c>\</c> are escaped as <c>\x20</c>, <c>\x3D</c> and <c>\x5C</c>. Not thread-safe: fill it, take
/// the lines, share those. Source: Modern, RPL_ISUPPORT.</para>
/// </remarks>
public sealed class ISupport
{
    /// <summary>Maximum number of tokens in one line: a message has 15 parameters, and nickname and text take two.</summary>
    public const int MaxTokensPerLine = 13;

    private readonly Dictionary<string, int> _positions = new(StringComparer.Ordinal);
    private readonly List<string> _tokens = [];

    /// <summary>The tokens as written in the lines, in the order in which they were first added.</summary>
    public IReadOnlyList<string> Tokens => _tokens;

    /// <summary>Announces a feature.</summary>
    /// <param name="name">The token's name; adding it again replaces the earlier value.</param>
    /// <param name="value">Its value, which is escaped here; null for none, and empty for <c>NAME=</c>.</param>
    /// <exception cref="ArgumentException">The name is empty or has a space, <c>=</c> or a leading hyphen.</exception>
    public ISupport Add(string name, string? value = null)
    {
        Validate(name);
        return Put(name, value is null ? name : $"{name}={Escape(value)}");
    }

    /// <summary>Adds a token that is already written.</summary>
    /// <param name="token">As written in a line, its value escaped.</param>
    public ISupport AddToken(string token)
    {
        ArgumentException.ThrowIfNullOrEmpty(token);
        return Put(NameOf(token), token);
    }

    /// <summary>The name in a token.</summary>
    /// <param name="token">As written in a line.</param>
    public static string NameOf(string token)
    {
        ArgumentNullException.ThrowIfNull(token);
        return token.Split('=', 2)[0];
    }

    /// <summary>Withdraws what an earlier 005 announced.</summary>
    /// <exception cref="ArgumentException">As for <see cref="Add"/>.</exception>
    public ISupport Withdraw(string name)
    {
        Validate(name);
        return Put(name, "-" + name);
    }

    /// <summary>Distributes the tokens over lines.</summary>
    /// <param name="serverName">The source of the lines.</param>
    /// <param name="nickBytes">NICKLEN: the longest nickname the lines may be addressed to, in bytes.</param>
    /// <param name="lineBytes">Maximum length of a line with CR LF, in bytes.</param>
    /// <returns>The tokens of each line, at most 13. A token too long for any line gets its own.</returns>
    public ImmutableArray<ImmutableArray<string>> Lines(string serverName, int nickBytes, int lineBytes = MessageWriter.DefaultLineBytes)
    {
        ArgumentNullException.ThrowIfNull(serverName);
        var text = Numerics.RPL_ISUPPORT.Text;
        var frame = Encoding.UTF8.GetByteCount($": 005  :\r\n{serverName}{text}") + nickBytes;

        var lines = ImmutableArray.CreateBuilder<ImmutableArray<string>>();
        var line = ImmutableArray.CreateBuilder<string>();
        var room = lineBytes - frame;
        foreach (var token in _tokens)
        {
            var bytes = Encoding.UTF8.GetByteCount(token) + 1;
            if (line.Count > 0 && (line.Count == MaxTokensPerLine || bytes > room))
            {
                lines.Add(line.DrainToImmutable());
                room = lineBytes - frame;
            }

            line.Add(token);
            room -= bytes;
        }

        if (line.Count > 0)
            lines.Add(line.DrainToImmutable());
        return lines.DrainToImmutable();
    }

    private static void Validate(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        if (name[0] == '-' || name.AsSpan().ContainsAny(' ', '='))
            throw new ArgumentException($"'{name}' can't name a token.", nameof(name));
    }

    private static string Escape(string value) =>
        value.Replace(@"\", @"\x5C", StringComparison.Ordinal)
            .Replace(" ", @"\x20", StringComparison.Ordinal)
            .Replace("=", @"\x3D", StringComparison.Ordinal);

    private ISupport Put(string name, string token)
    {
        if (_positions.TryGetValue(name, out var position))
        {
            _tokens[position] = token;
        }
        else
        {
            _positions.Add(name, _tokens.Count);
            _tokens.Add(token);
        }

        return this;
    }
}
