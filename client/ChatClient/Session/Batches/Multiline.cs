using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using ChatServer.Protocol;

namespace ChatClient.Session;

/// <summary>Splits and joins messages of several lines. Source: IRCv3 multiline.</summary>
/// <param name="MaxBytes">Maximum length of the text, with its line breaks. Unit: bytes of UTF-8.</param>
/// <param name="MaxLines">Maximum number of lines on the wire.</param>
internal sealed record Multiline(int MaxBytes, int MaxLines)
{
    private const string Concat = "draft/multiline-concat";

    /// <summary>Reads the capability's value, <c>max-bytes=4096,max-lines=24</c>; null if it has no valid limits.</summary>
    public static Multiline? Parse(string value)
    {
        var tokens = value.Split(',');
        return Limit(tokens, "max-bytes=") is { } bytes ? new Multiline(bytes, Limit(tokens, "max-lines=") ?? int.MaxValue) : null;
    }

    /// <summary>Joins the messages of a batch into one message, with the batch's tags.</summary>
    public static IrcMessage Join(Batch batch)
    {
        var text = new StringBuilder();
        foreach (var line in batch.Messages)
        {
            if (text.Length > 0 && !line.Tags.ContainsKey(Concat))
                text.Append('\n');
            text.Append(line.Params.Length > 1 ? line.Params[^1] : string.Empty);
        }

        var first = batch.Messages[0];
        return new IrcMessage(first.Verb, batch.Parameter(0), text.ToString())
        {
            Tags = batch.Opener.Tags,
            Source = batch.Opener.Source ?? first.Source,
        };
    }

    /// <summary>Splits a text into a batch; null if it has only one line or exceeds the server's limits.</summary>
    /// <param name="verb">PRIVMSG or NOTICE.</param>
    /// <param name="target">A room or a nick.</param>
    /// <param name="text">Lines separated by <c>\n</c>, not all of them blank.</param>
    /// <param name="lineBytes">Maximum length of the text in one line on the wire. Unit: bytes.</param>
    /// <param name="reference">The batch's reference.</param>
    public ImmutableArray<IrcMessage>? Write(string verb, string target, string text, int lineBytes, string reference)
    {
        var lines = ImmutableArray.CreateBuilder<IrcMessage>();
        lines.Add(new IrcMessage("BATCH", $"+{reference}", "draft/multiline", target));
        foreach (var line in text.Split('\n'))
        {
            var continues = false;
            foreach (var piece in TextSplitter.SplitKeepingSpaces(line, lineBytes))
            {
                var tags = ImmutableDictionary<string, string>.Empty.Add("batch", reference);
                lines.Add(new IrcMessage(verb, target, piece) { Tags = continues ? tags.Add(Concat, string.Empty) : tags });
                continues = true;
            }
        }

        lines.Add(new IrcMessage("BATCH", $"-{reference}"));
        var isTooMuch = lines.Count - 2 > MaxLines || Encoding.UTF8.GetByteCount(text) > MaxBytes;
        return isTooMuch || lines.Count <= 3 ? null : lines.ToImmutable();
    }

    private static int? Limit(string[] tokens, string key) =>
        Array.Find(tokens, token => token.StartsWith(key, StringComparison.Ordinal)) is { } token
        && int.TryParse(token[key.Length..], NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && limit > 0
            ? limit
            : null;
}
