using System.Globalization;
using System.Net;
using System.Text;

namespace ChatLoad.Reporting;

/// <summary>A line of a plot.</summary>
/// <param name="Name">What it shows.</param>
/// <param name="Colour">Its colour, as in CSS.</param>
/// <param name="Points">Its points, from left to right.</param>
internal sealed record Series(string Name, string Colour, (double X, double Y)[] Points);

/// <summary>Lines over a pair of axes, as SVG.</summary>
internal sealed class Plot(Axis horizontal, Axis vertical, Series[] series)
{
    private const double Width = 960, Height = 300, Left = 90, Right = 20, Top = 28, Bottom = 40;

    /// <summary>The drawing; if there is nothing to draw, a sentence instead.</summary>
    public string ToSvg()
    {
        var points = series.SelectMany(line => line.Points).ToArray();
        if (points.Length == 0)
            return "<p class=\"note\">nothing was measured</p>";

        var columns = Ticks(horizontal, points.Select(point => point.X));
        var rows = Ticks(vertical, points.Select(point => point.Y));
        var (left, right) = Range(horizontal, columns, points.Select(point => point.X), wholeTicks: false);
        var (low, high) = Range(vertical, rows, points.Select(point => point.Y), wholeTicks: true);
        var svg = new StringBuilder($"<svg viewBox=\"0 0 {Width} {Height}\" role=\"img\">\n");
        foreach (var tick in rows)
        {
            svg.Append(Line(Left, Y(tick), Width - Right, Y(tick)))
                .Append(Text(Left - 8, Y(tick) + 4, "end", vertical.Label(tick)));
        }

        foreach (var tick in columns.Where(tick => X(tick) >= Left - 0.5 && X(tick) <= Width - Right + 0.5))
        {
            svg.Append(Line(X(tick), Top, X(tick), Height - Bottom))
                .Append(Text(X(tick), Height - Bottom + 16, "middle", horizontal.Label(tick)));
        }

        svg.Append(Text((Left + Width - Right) / 2, Height - 6, "middle", horizontal.Title));
        if (vertical.Title.Length > 0)
            svg.Append(Text(Left, 12, "end", vertical.Title));
        var x = Left + 12;
        foreach (var line in series)
        {
            svg.Append($"<polyline fill=\"none\" stroke-width=\"2\" stroke-linejoin=\"round\" stroke=\"{line.Colour}\" points=\"")
                .AppendJoin(' ', line.Points.Select(point => $"{Number(X(point.X))},{Number(Y(point.Y))}")).Append("\"/>\n")
                .Append($"<rect x=\"{Number(x)}\" y=\"6\" width=\"14\" height=\"4\" fill=\"{line.Colour}\"/>")
                .Append(Text(x + 20, 13, "start", line.Name));
            x += 44 + (7 * line.Name.Length);
        }

        return svg.Append("</svg>").ToString();

        double X(double value) => Left + ((horizontal.Scale(value) - left) / (right - left) * (Width - Left - Right));

        double Y(double value) => Height - Bottom - ((vertical.Scale(value) - low) / (high - low) * (Height - Top - Bottom));
    }

    private static double[] Ticks(Axis axis, IEnumerable<double> values) => [.. axis.Ticks(values.Min(), values.Max())];

    // From the first to the last tick, or to the last value if the line should end at the border.
    private static (double From, double To) Range(Axis axis, double[] ticks, IEnumerable<double> values, bool wholeTicks)
    {
        var scaled = values.Select(axis.Scale).ToArray();
        var from = Math.Min(scaled.Min(), axis.Scale(ticks[0]));
        var to = wholeTicks ? Math.Max(scaled.Max(), axis.Scale(ticks[^1])) : scaled.Max();
        return (from, to > from ? to : from + 1);
    }

    private static string Line(double x1, double y1, double x2, double y2) =>
        $"<line x1=\"{Number(x1)}\" y1=\"{Number(y1)}\" x2=\"{Number(x2)}\" y2=\"{Number(y2)}\" stroke=\"#d8dee4\"/>\n";

    private static string Text(double x, double y, string anchor, string text) =>
        $"<text x=\"{Number(x)}\" y=\"{Number(y)}\" text-anchor=\"{anchor}\">{WebUtility.HtmlEncode(text)}</text>\n";

    private static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
