namespace ChatServer.Actors.TestKit;

// Times.
public abstract partial class TestKitBase
{
    /// <summary>Until when the block in hand may last; null outside of one.</summary>
    private TimeSpan? _end;

    /// <summary>What is left of the time that <see cref="Within(TimeSpan, Action)"/> gave.</summary>
    /// <exception cref="InvalidOperationException">Outside of it.</exception>
    public TimeSpan Remaining =>
        _end is { } end ? Left(end) : throw new InvalidOperationException("Remaining has no meaning outside of Within.");

    /// <summary>What is left of the time that <see cref="Within(TimeSpan, Action)"/> gave, or the default for one message.</summary>
    public TimeSpan RemainingOrDefault => _end is { } end ? Left(end) : Dilated(TestKitSettings.SingleExpectDefault);

    /// <summary>The given time, or the default.</summary>
    /// <param name="timeout">The time, or null.</param>
    public TimeSpan GetTimeoutOrDefault(TimeSpan? timeout) =>
        timeout is { } given ? Dilated(given) : Dilated(TestKitSettings.DefaultTimeout);

    /// <summary>The given time, or what is left.</summary>
    /// <param name="duration">The time, or null.</param>
    public TimeSpan RemainingOrDilated(TimeSpan? duration) => duration is { } given ? Dilated(given) : RemainingOrDefault;

    /// <summary>Does something that must not take longer; expectations in it that are given no time share this one.</summary>
    /// <param name="max">How long.</param>
    /// <param name="action">What to do.</param>
    public void Within(TimeSpan max, Action action) => Within(TimeSpan.Zero, max, action);

    /// <summary>Does something that must take at least and at most so long.</summary>
    /// <param name="min">At least.</param>
    /// <param name="max">At most.</param>
    /// <param name="action">What to do.</param>
    /// <param name="hint">Said when it fails.</param>
    public void Within(TimeSpan min, TimeSpan max, Action action, string? hint = null)
    {
        ArgumentNullException.ThrowIfNull(action);
        Within(
            min,
            max,
            () =>
            {
                action();
                return true;
            },
            hint);
    }

    /// <summary>Does something that must not take longer.</summary>
    /// <typeparam name="T">The type of its result.</typeparam>
    /// <param name="max">How long.</param>
    /// <param name="function">What to do.</param>
    public T Within<T>(TimeSpan max, Func<T> function) => Within(TimeSpan.Zero, max, function);

    /// <summary>Does something that must take at least and at most so long.</summary>
    /// <typeparam name="T">The type of its result.</typeparam>
    /// <param name="min">At least.</param>
    /// <param name="max">At most.</param>
    /// <param name="function">What to do.</param>
    /// <param name="hint">Said when it fails.</param>
    public T Within<T>(TimeSpan min, TimeSpan max, Func<T> function, string? hint = null)
    {
        ArgumentNullException.ThrowIfNull(function);
        return WithinAsync(min, max, () => Task.FromResult(function()), hint).GetAwaiter().GetResult();
    }

    /// <summary>Does something that must not take longer.</summary>
    /// <param name="max">How long.</param>
    /// <param name="actionAsync">What to do.</param>
    public Task WithinAsync(TimeSpan max, Func<Task> actionAsync)
    {
        ArgumentNullException.ThrowIfNull(actionAsync);
        return WithinAsync(
            TimeSpan.Zero,
            max,
            async () =>
            {
                await actionAsync().ConfigureAwait(false);
                return true;
            });
    }

    /// <summary>Does something that must take at least and at most so long.</summary>
    /// <typeparam name="T">The type of its result.</typeparam>
    /// <param name="min">At least.</param>
    /// <param name="max">At most.</param>
    /// <param name="function">What to do.</param>
    /// <param name="hint">Said when it fails.</param>
    public async Task<T> WithinAsync<T>(TimeSpan min, TimeSpan max, Func<Task<T>> function, string? hint = null)
    {
        ArgumentNullException.ThrowIfNull(function);
        var start = Now;
        var outer = _end;
        var end = start + Dilated(max);
        _end = outer is { } limit && limit < end ? limit : end;
        try
        {
            var result = await function().ConfigureAwait(false);
            var took = Now - start;
            Require(took >= min, $"Took {took}, should take at least {min}. {hint}");
            Require(Now <= _end, $"Took {took}, should take at most {max}. {hint}");
            return result;
        }
        finally
        {
            _end = outer;
        }
    }
}
