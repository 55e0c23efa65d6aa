using System.Collections.Immutable;
using ChatClient.Terminal;

namespace ChatClient.View.Keys;

/// <summary>One row of <see cref="KeyTable"/>.</summary>
/// <param name="Shown">The keys, as shown in the help text.</param>
/// <param name="Help">What the keys do, in a few words.</param>
/// <param name="Actions">The action of each key.</param>
internal sealed record KeyBinding(string Shown, string Help, ImmutableArray<(Key Key, Func<ViewState, ViewStep> Run)> Actions)
{
    /// <summary>A row of keys that all do the same.</summary>
    /// <param name="keys">Keys for <see cref="Key.Parse"/>, separated by commas; the help text shows the first one.</param>
    /// <param name="help">What the keys do.</param>
    /// <param name="run">The action.</param>
    public static KeyBinding Of(string keys, string help, Func<ViewState, ViewStep> run)
    {
        var all = keys.Split(", ");
        return new KeyBinding(all[0], help, [.. all.Select(key => (Key.Parse(key), run))]);
    }

    /// <summary>A row of keys that edit the input line.</summary>
    public static KeyBinding Edit(string keys, string help, Func<InputLine, InputLine> edit) =>
        Of(keys, help, state => new ViewStep(state.WithCurrent(current => current with { Draft = edit(current.Draft) })));

    /// <summary>Changes which keys the help text shows for this row.</summary>
    public KeyBinding As(string shown) => this with { Shown = shown };

    /// <summary>Adds the keys of another row to this one. The help text of this row stays.</summary>
    public KeyBinding And(KeyBinding other) => this with { Actions = [.. Actions, .. other.Actions] };
}
