using System.Collections.Frozen;
using System.Globalization;

namespace ChatServer.Protocol;

/// <summary>Data about code points that .NET lacks: it has no normalisation without ICU.</summary>
/// <remarks>Loaded once, for the first name outside ASCII. Any thread. Source: <c>tables.txt</c>, made by <c>make-tables.py</c> from the
/// Unicode Character Database.</remarks>
internal sealed class UnicodeTables
{
    private const string Resource = "ChatServer.Protocol.Unicode.tables.txt";

    private static readonly Lazy<UnicodeTables> Loaded = new(Load);

    private readonly FrozenDictionary<int, (int First, int Second)> _decompositions;
    private readonly FrozenDictionary<(int First, int Second), int> _compositions;
    private readonly FrozenDictionary<int, byte> _classes;
    private readonly int[] _unfit;

    private UnicodeTables(
        Dictionary<int, (int First, int Second)> decompositions,
        Dictionary<(int First, int Second), int> compositions,
        Dictionary<int, byte> classes,
        List<int> unfit)
    {
        _decompositions = decompositions.ToFrozenDictionary();
        _compositions = compositions.ToFrozenDictionary();
        _classes = classes.ToFrozenDictionary();
        _unfit = [.. unfit];
    }

    /// <summary>The one instance.</summary>
    public static UnicodeTables Instance => Loaded.Value;

    /// <summary>What a code point decomposes into; the second is 0 if it is only another way to write the first.</summary>
    public bool TryDecompose(int value, out (int First, int Second) parts) => _decompositions.TryGetValue(value, out parts);

    /// <summary>What two code points compose to.</summary>
    public bool TryCompose(int first, int second, out int whole) => _compositions.TryGetValue((first, second), out whole);

    /// <summary>Canonical combining class: the order of marks on one letter; 0 for code points that are not such marks.</summary>
    public byte CombiningClassOf(int value) => _classes.GetValueOrDefault(value);

    /// <summary>Whether a letter, digit or mark can't be part of a name.</summary>
    /// <remarks>Meaningless for other code points: some lie between two unfit ones.</remarks>
    public bool IsUnfitForNames(int value)
    {
        // Pairs of first and last: after an odd number of them, the code point is inside a range.
        var index = Array.BinarySearch(_unfit, value);
        return index >= 0 || (~index & 1) == 1;
    }

    private static UnicodeTables Load()
    {
        using var stream = typeof(UnicodeTables).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"{Resource} is not in the assembly.");
        using var reader = new StreamReader(stream);
        var decompositions = new Dictionary<int, (int First, int Second)>();
        var compositions = new Dictionary<(int First, int Second), int>();
        var classes = new Dictionary<int, byte>();
        var unfit = new List<int>();
        while (reader.ReadLine() is { } line)
        {
            var fields = line.Split(' ');
            switch (fields[0])
            {
                case "D" or "d":
                    var parts = (First: Hex(fields[2]), Second: fields.Length > 3 ? Hex(fields[3]) : 0);
                    decompositions.Add(Hex(fields[1]), parts);
                    if (fields[0] == "D") compositions.Add(parts, Hex(fields[1]));
                    break;
                case "C":
                    for (var value = Hex(fields[2]); value <= Hex(fields[3]); value++)
                        classes.Add(value, byte.Parse(fields[1], CultureInfo.InvariantCulture));
                    break;
                case "X":
                    unfit.Add(Hex(fields[1]));
                    unfit.Add(Hex(fields[2]));
                    break;
            }
        }

        return new UnicodeTables(decompositions, compositions, classes, unfit);
    }

    private static int Hex(string text) => int.Parse(text, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
