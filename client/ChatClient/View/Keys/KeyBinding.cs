using System.Collections.Immutable;
using ChatClient.Terminal;

namespace ChatClient.View.Keys;

/// <summary>One row of the table of keys.</summary>
/// <param name="Shown">The keys as help shows them.</param>
/// <param name="Help">What they do, in a few words.</param>
/// <param name="Actions">What each of them does.</param>
internal sealed record KeyBinding(string Shown, string Help, ImmutableArray<(Key Key, Func<ViewState, ViewStep> Run)> Actions)
{
    /// <summary>Keys that all do the same.</summary>
    /// <param name="keys">As <see cref="Key.Parse"/> reads them, parted by commas; help shows the first one.</param>
    /// <param name="help">What they do.</param>
    /// <param name="run">Does it.</param>
    public static KeyBinding Of(string keys, string help, Func<ViewState, ViewStep> run)
    {
        var all = keys.Split(", ");
        return new KeyBinding(all[0], help, [.. all.Select(key => (Key.Parse(key), run))]);
    }

    /// <summary>Keys that edit the line.</summary>
    public static KeyBinding Edit(string keys, string help, Func<InputLine, InputLine> edit) =>
        Of(keys, help, state => new ViewStep(state.WithCurrent(current => current with { Draft = edit(current.Draft) })));

    /// <summary>As it is, but help shows other keys.</summary>
    public KeyBinding As(string shown) => this with { Shown = shown };

    /// <summary>This one, and in the same row of help another.</summary>
    public KeyBinding And(KeyBinding other) => this with { Actions = [.. Actions, .. other.Actions] };
}
