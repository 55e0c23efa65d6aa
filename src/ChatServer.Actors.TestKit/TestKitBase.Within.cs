namespace ChatServer.Actors.TestKit;

// Time limits.
public abstract partial class TestKitBase
{
    /// <summary>When the current block has to end; null outside one.</summary>
    private TimeSpan? _end;

    /// <summary>The time left of what <see cref="Within(TimeSpan, Action)"/> gave.</summary>
    /// <exception cref="InvalidOperationException">Outside of it.</exception>
    public TimeSpan Remaining =>
        _end is { } end ? Left(end) : throw new InvalidOperationException("Remaining has no meaning outside of Within.");

    /// <summary>The time left of what <see cref="Within(TimeSpan, Action)"/> gave, or the default for one message.</summary>
    public TimeSpan RemainingOrDefault => _end is { } end ? Left(end) : Dilated(TestKitSettings.SingleExpectDefault);

    /// <summary>The given time, or the default.</summary>
    /// <param name="timeout">The time, or null.</param>
    public TimeSpan GetTimeoutOrDefault(TimeSpan? timeout) =>
        timeout is { } given ? Dilated(given) : Dilated(TestKitSettings.DefaultTimeout);

    /// <summary>The given time, or what is left.</summary>
    /// <param name="duration">The time, or null.</param>
    public TimeSpan RemainingOrDilated(TimeSpan? duration) => duration is { } given ? Dilated(given) : RemainingOrDefault;

    /// <summary>Runs an action that must not take longer; expectations in it without a time of their own share this one.</summary>
    /// <param name="max">How long.</param>
    /// <param name="action">The action.</param>
    public void Within(TimeSpan max, Action action) => Within(TimeSpan.Zero, max, action);

    /// <summary>Runs an action with a minimum and a maximum time.</summary>
    /// <param name="min">At least.</param>
    /// <param name="max">At most.</param>
    /// <param name="action">The action.</param>
    /// <param name="hint">Added to the failure text.</param>
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

    /// <summary>Runs a function that must not take longer.</summary>
    /// <typeparam name="T">The type of its result.</typeparam>
    /// <param name="max">How long.</param>
    /// <param name="function">The function.</param>
    public T Within<T>(TimeSpan max, Func<T> function) => Within(TimeSpan.Zero, max, function);

    /// <summary>Runs a function with a minimum and a maximum time.</summary>
    /// <typeparam name="T">The type of its result.</typeparam>
    /// <param name="min">At least.</param>
    /// <param name="max">At most.</param>
    /// <param name="function">The function.</param>
    /// <param name="hint">Added to the failure text.</param>
    public T Within<T>(TimeSpan min, TimeSpan max, Func<T> function, string? hint = null)
    {
        ArgumentNullException.ThrowIfNull(function);
        return WithinAsync(min, max, () => Task.FromResult(function()), hint).GetAwaiter().GetResult();
    }

    /// <summary>Runs an action that must not take longer.</summary>
    /// <param name="max">How long.</param>
    /// <param name="actionAsync">The action.</param>
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

    /// <summary>Runs a function with a minimum and a maximum time.</summary>
    /// <typeparam name="T">The type of its result.</typeparam>
    /// <param name="min">At least.</param>
    /// <param name="max">At most.</param>
    /// <param name="function">The function.</param>
    /// <param name="hint">Added to the failure text.</param>
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
