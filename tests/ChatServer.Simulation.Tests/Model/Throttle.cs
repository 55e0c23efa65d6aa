using System.Globalization;

namespace ChatServer.SimulationTests.Model;

/// <summary>Mode <c>j</c>: no more than so many come within so long. The time begins with the first who comes, and anew with the first who
/// comes when it is over.</summary>
/// <param name="text">As the mode shows it: how many, a colon, and the seconds.</param>
/// <param name="isNew">Whether nobody has been counted yet.</param>
internal sealed class Throttle(string text, bool isNew)
{
    // A line says to the millisecond when somebody has come.
    private static readonly TimeSpan Doubt = TimeSpan.FromMilliseconds(5);

    private readonly int _most = int.Parse(text.Split(':')[0], CultureInfo.InvariantCulture);
    private readonly TimeSpan _within = TimeSpan.FromSeconds(int.Parse(text.Split(':')[1], CultureInfo.InvariantCulture));
    private DateTimeOffset _since = DateTimeOffset.MinValue;
    private DateTimeOffset? _lastAt;
    private int _count;
    private bool _isUntouched = isNew;
    private bool _isCertain = isNew;

    public string Text => text;

    /// <summary>Whether somebody may come in any case after so long: the time is over, or he is the first.</summary>
    public bool AdmitsAfter(TimeSpan silence) => _within < silence || _isUntouched;

    /// <summary>Somebody has come.</summary>
    /// <param name="at">When; null when that is not known.</param>
    /// <returns>Whether he should have been kept out, had he not been invited.</returns>
    public bool Admit(DateTimeOffset? at)
    {
        _isUntouched = false;
        if (at is not { } now)
        {
            _isCertain = false;
            return false;
        }

        var passed = now - _since;
        if (passed >= _within + Doubt)
        {
            // Whoever did not know when the time had begun does now, if it is over however late it began.
            if (!_isCertain) _isCertain = _lastAt is { } last && now - last >= _within + Doubt;
            (_since, _count) = (now, 0);
        }
        else if (passed >= _within - Doubt)
        {
            _isCertain = false;
        }

        _lastAt = now;
        return ++_count > _most && _isCertain;
    }
}
