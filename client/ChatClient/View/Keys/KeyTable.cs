using System.Collections.Frozen;
using System.Collections.Immutable;
using ChatClient.Screen;
using ChatClient.Terminal;

namespace ChatClient.View.Keys;

/// <summary>Maps keys to actions. The help text is made from this table too.</summary>
internal static class KeyTable
{
    /// <summary>All bindings, in the order of the help text.</summary>
    public static readonly ImmutableArray<KeyBinding> All =
    [
        KeyBinding.Of("Tab", "completes nicks, rooms and commands; again: the next one", state => Completing.Run(state, 1)),
        KeyBinding.Of("Shift+Tab", "the previous one", state => Completing.Run(state, -1)),
        KeyBinding.Of("Up", "earlier lines that you typed; later ones", Submitting.Older)
            .And(KeyBinding.Of("Down", "", Submitting.Newer)).As("Up, Down"),

        Numbered(),
        KeyBinding.Of("Ctrl+N, Alt+Right", "next, previous conversation", state => Switching.By(state, 1))
            .And(KeyBinding.Of("Ctrl+P, Alt+Left", "", state => Switching.By(state, -1))).As("Ctrl+N, Ctrl+P"),
        KeyBinding.Of("Alt+A", "next conversation with something new", Switching.ToActivity),
        KeyBinding.Of("Alt+Z", "the conversation before this one", Switching.Back),

        KeyBinding.Of("PageUp", "older messages, also from the server's history; newer ones", Scrolling.PageUp)
            .And(KeyBinding.Of("PageDown", "", Scrolling.PageDown)).As("PageUp, PageDown"),
        KeyBinding.Of("Ctrl+Home, Alt+<", "to the first loaded message; to the last", Scrolling.ToTop)
            .And(KeyBinding.Of("Ctrl+End, Alt+>", "", Scrolling.ToEnd)).As("Ctrl+Home, Ctrl+End"),
        KeyBinding.Of("Ctrl+F", "searches; Enter finds the next match, Esc ends", Searching.Begin),
        KeyBinding.Of("Alt+Up", "selects a message: r replies, + reacts, Del deletes it", state => Choosing.Move(state, -1))
            .And(KeyBinding.Of("Alt+Down", "", state => Choosing.Move(state, 1))).As("Alt+Up, Alt+Down"),

        KeyBinding.Edit("Ctrl+A, Home", "moves to the start of the line; to its end", line => line.Home())
            .And(KeyBinding.Edit("Ctrl+E, End", "", line => line.End())).As("Ctrl+A, Ctrl+E"),
        KeyBinding.Edit("Left", "moves by a character", line => line.Left())
            .And(KeyBinding.Edit("Right", "", line => line.Right())).As("Left, Right"),
        KeyBinding.Edit("Alt+B, Ctrl+Left", "moves by a word", line => line.WordLeft())
            .And(KeyBinding.Edit("Alt+F, Ctrl+Right", "", line => line.WordRight())).As("Alt+B, Alt+F"),
        KeyBinding.Edit("Backspace", "deletes a character", line => line.Backspace())
            .And(KeyBinding.Edit("Delete, Ctrl+D", "", line => line.Delete())).As("Backspace, Delete"),
        KeyBinding.Edit("Ctrl+K", "cuts to the end of the line; to its start", line => line.KillToEnd())
            .And(KeyBinding.Edit("Ctrl+U", "", line => line.KillToStart())).As("Ctrl+K, Ctrl+U"),
        KeyBinding.Edit("Ctrl+W", "cuts the word before the cursor; after it", line => line.KillBlankWord())
            .And(KeyBinding.Edit("Alt+Backspace", "", line => line.KillWordLeft()))
            .And(KeyBinding.Edit("Alt+D", "", line => line.KillWordRight())).As("Ctrl+W, Alt+D"),
        KeyBinding.Edit("Ctrl+Y", "inserts what was cut last", line => line.Yank()),
        KeyBinding.Edit("Ctrl+T", "swaps two characters", line => line.Transpose()),
        KeyBinding.Edit("Alt+Enter", "starts a new line in the same message", line => line.Insert("\n")),

        Formatting("Ctrl+B", "bold, italic, underlined", FormattedText.Bold)
            .And(Formatting("Alt+I, Ctrl+]", "", FormattedText.Italic))
            .And(Formatting("Alt+U, Ctrl+_", "", FormattedText.Underline)).As("Ctrl+B, Alt+I, Alt+U"),
        Formatting("Alt+K", "colour, followed by its number: 4 is red; plain again", FormattedText.Color)
            .And(Formatting("Ctrl+O", "", FormattedText.Reset)).And(Formatting("Ctrl+V", "", FormattedText.Reverse)).As("Alt+K, Ctrl+O"),

        KeyBinding.Of("Alt+M", "shows or hides the member list; the sidebar", Switching.Members)
            .And(KeyBinding.Of("Alt+S", "", Switching.Sidebar)).As("Alt+M, Alt+S"),
        KeyBinding.Of("Ctrl+L", "draws the screen again", state => new(state, new Redraw())),
        KeyBinding.Of("Ctrl+Z", "returns to the shell; fg resumes", state => new(state, new Suspend())),
        KeyBinding.Of("Ctrl+C", "clears the line; if it is empty, press twice to quit", Submitting.Interrupt),
        KeyBinding.Of("Enter", "sends the line", Submitting.Send),
    ];

    private static readonly FrozenDictionary<Key, Func<ViewState, ViewStep>> ByKey;

    // Static field initialisers run in textual order. This constructor runs after all of them, so All is set.
    static KeyTable() => ByKey = All.SelectMany(binding => binding.Actions).ToFrozenDictionary(action => action.Key, action => action.Run);

    /// <summary>The action of a key, or null if it has none.</summary>
    public static Func<ViewState, ViewStep>? Find(Key key) => ByKey.GetValueOrDefault(key);

    private static KeyBinding Numbered() => new(
        "Alt+1 ... Alt+9",
        "the conversation with that number",
        [.. Enumerable.Range(1, 9).Select(number =>
            (Key.Parse($"Alt+{number}"), (Func<ViewState, ViewStep>)(state => new ViewStep(state.Show(number - 1)))))]);

    private static KeyBinding Formatting(string keys, string help, char code) =>
        KeyBinding.Edit(keys, help, line => line.Insert(code.ToString()));
}
