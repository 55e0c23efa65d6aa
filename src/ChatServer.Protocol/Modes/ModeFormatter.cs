using System.Collections.Immutable;
using System.Text;

namespace ChatServer.Protocol;

/// <summary>Writes mode changes with as few signs as their order allows.</summary>
public static class ModeFormatter
{
    /// <summary>All changes in one line, however many there are.</summary>
    public static ModeLine Format(IEnumerable<ModeChange> changes)
    {
        ArgumentNullException.ThrowIfNull(changes);
        var line = new LineBuilder();
        foreach (var change in changes)
            line.Add(change);
        return line.Build();
    }

    /// <summary>The changes in as many lines as the limits require; no line if there are no changes.</summary>
    /// <param name="changes">The changes, in order.</param>
    /// <param name="maxBytes">Maximum length of one line's mode string, parameters and the spaces between them, in bytes.</param>
    /// <param name="maxParameters">Maximum number of parameters per line; a message has room for 13 besides target and mode string.</param>
    public static IEnumerable<ModeLine> FormatLines(IEnumerable<ModeChange> changes, int maxBytes, int maxParameters = 13)
    {
        ArgumentNullException.ThrowIfNull(changes);
        var line = new LineBuilder();
        foreach (var change in changes)
        {
            if (!line.IsEmpty && !line.Fits(change, maxBytes, maxParameters))
            {
                yield return line.Build();
                line = new LineBuilder();
            }

            line.Add(change);
        }

        if (!line.IsEmpty)
            yield return line.Build();
    }

    private sealed class LineBuilder
    {
        private readonly StringBuilder _modes = new();
        private readonly ImmutableArray<string>.Builder _parameters = ImmutableArray.CreateBuilder<string>();
        private bool? _adding;
        private int _parameterBytes;

        public bool IsEmpty => _modes.Length == 0;

        public bool Fits(ModeChange change, int maxBytes, int maxParameters) =>
            _parameters.Count + (change.Parameter is null ? 0 : 1) <= maxParameters
            && _modes.Length + 2 + _parameterBytes + BytesOf(change.Parameter) <= maxBytes;

        public void Add(ModeChange change)
        {
            if (_adding != change.Adding)
                _modes.Append(change.Adding ? '+' : '-');
            _adding = change.Adding;
            _modes.Append(change.Letter);

            if (change.Parameter is not null)
                _parameters.Add(change.Parameter);
            _parameterBytes += BytesOf(change.Parameter);
        }

        public ModeLine Build() => new(_modes.ToString(), _parameters.ToImmutable());

        private static int BytesOf(string? parameter) => parameter is null ? 0 : 1 + Encoding.UTF8.GetByteCount(parameter);
    }
}
