using System.Text;
using ChatClient.Terminal;

namespace ChatClient.Tests.Terminal;

/// <summary>A terminal that understands only the sequences that <see cref="FrameDiff"/> writes. All others fail the test.</summary>
internal sealed class FakeTerminal(int width, int height)
{
    private readonly string[,] _cells = Blank(width, height);
    private int _row;
    private int _column;

    public bool IsCursorShown { get; private set; } = true;

    public (int Row, int Column) Cursor => (_row, _column);

    public void Write(string text)
    {
        for (var i = 0; i < text.Length;)
        {
            if (text[i] == '\e')
            {
                i = Sequence(text, i);
                continue;
            }

            var length = UnicodeWidth.ClusterLength(text, i);
            Put(text.Substring(i, length));
            i += length;
        }
    }

    public override string ToString()
    {
        var text = new StringBuilder();
        for (var row = 0; row < height; row++)
            text.Append(string.Concat(Enumerable.Range(0, width).Select(column => _cells[row, column])).TrimEnd()).Append('\n');
        return text.ToString();
    }

    private void Put(string cluster)
    {
        var columns = UnicodeWidth.OfCluster(cluster);
        _cells[_row, _column] = cluster;
        if (columns == 2)
            _cells[_row, _column + 1] = string.Empty;
        _column += columns;
    }

    private int Sequence(string text, int start)
    {
        Assert.Equal('[', text[start + 1]);
        var end = start + 2;
        while (!char.IsAsciiLetter(text[end]))
            end++;

        var parameters = text[(start + 2)..end];
        switch (text[end])
        {
            case 'H':
                var numbers = parameters.Split(';').Select(int.Parse).ToArray();
                (_row, _column) = (numbers[0] - 1, numbers[1] - 1);
                break;
            case 'J' when parameters == "2":
                Array.Copy(Blank(width, height), _cells, _cells.Length);
                break;
            case 'K' when parameters.Length == 0:
                for (var column = _column; column < width; column++)
                    _cells[_row, column] = " ";
                break;
            case 'h' or 'l' when parameters == "?25":
                IsCursorShown = text[end] == 'h';
                break;
            case 'm':
            case 'h' or 'l' when parameters == "?2026":
                break;
            default:
                Assert.Fail($"unknown sequence {text[(start + 1)..(end + 1)]}");
                break;
        }

        return end + 1;
    }

    private static string[,] Blank(int width, int height)
    {
        var cells = new string[height, width];
        for (var row = 0; row < height; row++)
        {
            for (var column = 0; column < width; column++)
                cells[row, column] = " ";
        }

        return cells;
    }
}
