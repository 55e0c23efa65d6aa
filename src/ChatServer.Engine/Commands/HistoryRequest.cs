using System.Globalization;
using ChatServer.Domain.Events;
using ChatServer.Engine.Deliveries;
using ChatServer.Engine.History;

namespace ChatServer.Engine.Commands;

/// <summary>What a CHATHISTORY asks for.</summary>
/// <param name="Subcommand">In capitals.</param>
/// <param name="Target">A room or a nick, as it was written; null for TARGETS, which asks for all of them.</param>
/// <param name="Query">Which part; for TARGETS, between which times.</param>
/// <remarks>
/// <code>
/// LATEST target "*" / point limit
/// BEFORE / AFTER / AROUND target point limit
/// BETWEEN target point point limit
/// TARGETS time time limit
/// point = time / "msgid=" id
/// time  = "timestamp=" YYYY-MM-DDThh:mm:ss.sssZ
/// </code>
/// Source: IRCv3 draft/chathistory.</remarks>
internal sealed record HistoryRequest(string Subcommand, string? Target, HistoryQuery Query)
{
    private const string TimePrefix = "timestamp=";
    private const string IdPrefix = "msgid=";

    /// <summary>Why the parameters are no request.</summary>
    /// <param name="Code">The code of the FAIL.</param>
    /// <param name="Text">Its text.</param>
    /// <param name="Context">Parameters between the two.</param>
    public sealed record Problem(string Code, string Text, params string[] Context);

    /// <summary>Reads the parameters of a command.</summary>
    /// <param name="arguments">As they were written.</param>
    /// <param name="mostMessages">The highest limit allowed; a higher one is lowered to it.</param>
    /// <param name="withEvents">Whether other events than messages are wanted too.</param>
    /// <returns>The request, or why it is none.</returns>
    public static (HistoryRequest? Request, Problem? Problem) Parse(string[] arguments, int mostMessages, bool withEvents)
    {
        var subcommand = arguments.Length == 0 ? "*" : arguments[0].ToUpperInvariant();
        int? expected = subcommand switch
        {
            "LATEST" or "BEFORE" or "AFTER" or "AROUND" or "TARGETS" => 4,
            "BETWEEN" => 5,
            _ => null,
        };
        if (arguments.Length == 0 || arguments.Length < expected) return Invalid("Insufficient parameters", subcommand);
        if (expected is null) return Invalid("Unknown command", subcommand);
        if (arguments.Length > expected) return Invalid("Too many parameters", subcommand);
        if (!int.TryParse(arguments[^1], NumberStyles.None, CultureInfo.InvariantCulture, out var limit) || limit == 0)
            return Invalid("Invalid limit", subcommand, arguments[^1]);

        limit = Math.Min(limit, mostMessages);
        var target = subcommand == "TARGETS" ? null : arguments[1];
        var points = new List<HistoryPoint>();
        foreach (var text in target is null ? arguments[1..^1] : arguments[2..^1])
        {
            if (text == "*" && subcommand == "LATEST") break;
            var (point, problem) = ParsePoint(text, subcommand, target);
            if (point is null) return (null, problem);
            points.Add(point);
        }

        return (new HistoryRequest(subcommand, target, QueryFor(subcommand, points, limit, withEvents)), null);
    }

    private static HistoryQuery QueryFor(string subcommand, List<HistoryPoint> points, int limit, bool withEvents) => subcommand switch
    {
        "LATEST" => new HistoryQuery.Latest(points.FirstOrDefault(), limit, withEvents),
        "BEFORE" => new HistoryQuery.Before(points[0], limit, withEvents),
        "AFTER" => new HistoryQuery.After(points[0], limit, withEvents),
        "AROUND" => new HistoryQuery.Around(points[0], limit, withEvents),
        _ => new HistoryQuery.Between(points[0], points[1], limit, withEvents),
    };

    private static (HistoryPoint? Point, Problem? Problem) ParsePoint(string text, string subcommand, string? target)
    {
        if (text.StartsWith(TimePrefix, StringComparison.Ordinal))
        {
            return WireTime.TryParse(text[TimePrefix.Length..], out var time)
                ? (new HistoryPoint.ByTime(time), null)
                : (null, new Problem("INVALID_PARAMS", "Invalid timestamp", subcommand, text));
        }

        if (target is not null && text.StartsWith(IdPrefix, StringComparison.Ordinal))
            return (new HistoryPoint.ById(MessageId.Read(text[IdPrefix.Length..])), null);
        return target is not null && text.Contains('=', StringComparison.Ordinal)
            ? (null, new Problem("INVALID_MSGREFTYPE", "Messages are referred to by timestamp= or msgid=", subcommand, target))
            : (null, new Problem("INVALID_PARAMS", "Invalid reference", subcommand, text));
    }

    private static (HistoryRequest? Request, Problem? Problem) Invalid(string text, params string[] context) =>
        (null, new Problem("INVALID_PARAMS", text, context));
}
