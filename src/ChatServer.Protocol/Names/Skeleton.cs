using System.Collections.Frozen;

namespace ChatServer.Protocol;

/// <summary>What a name looks like: two names with the same skeleton are easily confused.</summary>
/// <remarks>A letter of another script that looks like a Latin one maps to it. ASCII letters map to themselves even if some look alike:
/// otherwise most names would block many others. The table has the letters that today's fonts draw alike, not all that Unicode lists. Any
/// thread. Source: Unicode Technical Standard 39, section 4.</remarks>
public static class Skeleton
{
    private static readonly FrozenDictionary<char, char> Prototypes = new Dictionary<string, string>
    {
        ["a"] = "\u0430\u03B1\u0251\u1D00",
        ["b"] = "\u042C\u044C\u0184",
        ["c"] = "\u0441\u1D04\u2CA5",
        ["d"] = "\u0501",
        ["e"] = "\u0435\u04BD",
        ["g"] = "\u0261\u0581\u018D",
        ["h"] = "\u04BB\u0570",
        ["i"] = "\u0456\u03B9\u0131\u0269\u026A",
        ["j"] = "\u0458\u0575",
        ["k"] = "\u043A\u03BA\u1D0B",
        ["l"] = "\u04CF\u04C0",
        ["m"] = "\u043C\u1D0D",
        ["n"] = "\u0578\u057C",
        ["o"] = "\u043E\u03BF\u0585\u03C3\u1D0F\u2C9F",
        ["p"] = "\u0440\u03C1\u2CA3",
        ["q"] = "\u051B\u0566\u0563",
        ["r"] = "\u0433\u1D26\u2C85",
        ["s"] = "\u0455\uA731\u01BD",
        ["t"] = "\u0442\u03C4\u1D1B",
        ["u"] = "\u03C5\u057D\u1D1C\u028B",
        ["v"] = "\u03BD\u0475\u1D20",
        ["w"] = "\u051D\u0461\u0561\u1D21\u026F",
        ["x"] = "\u0445\u03C7",
        ["y"] = "\u0443\u04AF\u03B3\u028F\u10E7",
        ["z"] = "\u1D22",
        ["A"] = "\u0410\u0391\u13AA\uA4EE",
        ["B"] = "\u0412\u0392\u13F4\uA4D0",
        ["C"] = "\u0421\u13DF\uA4DA\u2CA4",
        ["D"] = "\u13A0\uA4D3",
        ["E"] = "\u0415\u0395\u13AC\uA4F0",
        ["F"] = "\uA4DD\u03DC",
        ["G"] = "\u13C0\uA4D6\u050C",
        ["H"] = "\u041D\u0397\u13BB\uA4E7",
        ["I"] = "\u0406\u0399\uA4F2",
        ["J"] = "\u0408\u13AB\uA4D9",
        ["K"] = "\u041A\u039A\u13E6\uA4D7\u2C94",
        ["L"] = "\u13DE\uA4E1\u053C",
        ["M"] = "\u041C\u039C\u13B7\uA4DF\u2C98",
        ["N"] = "\u039D\uA4E0\u2C9A",
        ["O"] = "\u041E\u039F\u0555\uA4F3\u2C9E",
        ["P"] = "\u0420\u03A1\u13E2\uA4D1\u2CA2",
        ["Q"] = "\u051A",
        ["R"] = "\u13A1\u13D2\uA4E3",
        ["S"] = "\u0405\u054F\u13D5\uA4E2",
        ["T"] = "\u0422\u03A4\u13A2\uA4D4\u2CA6",
        ["U"] = "\u054D\uA4F4",
        ["V"] = "\u0474\u13D9\uA4E6",
        ["W"] = "\u051C\u13B3\uA4EA",
        ["X"] = "\u0425\u03A7\uA4EB\u2CAC",
        ["Y"] = "\u0423\u03A5\u04AE\u13A9\uA4EC",
        ["Z"] = "\u0396\u13C3\uA4DC\u2C8C",
    }.SelectMany(row => row.Value.Select(letter => KeyValuePair.Create(letter, row.Key[0]))).ToFrozenDictionary();

    /// <summary>The skeleton of a name.</summary>
    /// <param name="name">As its owner writes it: folding would hide what upper-case letters look like.</param>
    public static string Of(string name)
    {
        ArgumentNullException.ThrowIfNull(name);

        // Decomposed, so that a letter that only looks like another one is found under its marks too.
        var prototypes = NormalForm.Decompose(name).Select(letter => Prototypes.GetValueOrDefault(letter, letter));
        return CaseMapping.Precis.Fold(string.Concat(prototypes));
    }
}
