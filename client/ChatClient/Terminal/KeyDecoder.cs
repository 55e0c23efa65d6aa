using System.Buffers;
using System.Text;

namespace ChatClient.Terminal;

/// <summary>Decodes the bytes that a terminal sends into keys. The bytes may arrive in pieces of any size.</summary>
/// <remarks>Not thread-safe: owned by the loop that reads. Keeps the bytes of an incomplete input until the rest arrives.</remarks>
internal sealed class KeyDecoder
{
    private const byte Escape = 0x1B;

    /// <summary>Maximum size of a paste. Unit: bytes; the rest is ignored.</summary>
    public const int LongestPaste = 256 * 1024;

    private static readonly byte[] PasteEnd = "\e[201~"u8.ToArray();

    private readonly List<byte> _pending = [];
    private List<byte>? _paste;

    /// <summary>Whether an Esc has arrived that may be the Esc key or the start of a sequence. If nothing follows soon, call
    /// <see cref="GiveUpWaiting"/>.</summary>
    public bool IsWaiting => _paste is null && _pending is [Escape, ..];

    /// <summary>Takes bytes and returns the inputs that are complete.</summary>
    public IReadOnlyList<TerminalInput> Feed(ReadOnlySpan<byte> bytes)
    {
        _pending.AddRange(bytes);
        return TakeAll(isComplete: false);
    }

    /// <summary>Treats the waiting bytes as complete: an Esc that nothing followed is the Esc key.</summary>
    public IReadOnlyList<TerminalInput> GiveUpWaiting() => TakeAll(isComplete: true);

    private List<TerminalInput> TakeAll(bool isComplete)
    {
        var inputs = new List<TerminalInput>();
        var bytes = _pending.ToArray().AsSpan();
        while (bytes.Length > 0)
        {
            var length = _paste is null ? Take(bytes, isComplete, inputs) : TakePaste(_paste, bytes, inputs);
            if (length == 0)
                break;
            bytes = bytes[length..];
        }

        _pending.Clear();
        _pending.AddRange(bytes);
        return inputs;
    }

    // Each of the following methods takes one input from the front and returns its length, or 0 if the input is incomplete.
    private int Take(ReadOnlySpan<byte> bytes, bool isComplete, List<TerminalInput> inputs)
    {
        if (bytes[0] != Escape)
            return TakeCharacter(bytes, KeyModifiers.None, inputs);

        if (bytes.Length == 1)
        {
            if (isComplete)
                inputs.Add(new KeyPressed(new Key(KeyName.Escape)));
            return isComplete ? 1 : 0;
        }

        var length = bytes[1] switch
        {
            (byte)'[' => TakeSequence(bytes, inputs),
            (byte)'O' when bytes.Length > 2 => TakeSingleShift(bytes, inputs),
            (byte)'O' => 0,
            Escape => TakeEscapedEscape(bytes, inputs),
            _ => TakeCharacter(bytes[1..], KeyModifiers.Alt, inputs) is var rest and > 0 ? rest + 1 : 0,
        };

        // Alt+[ and Alt+O look like the start of a sequence. If nothing follows, they were those keys.
        if (length > 0 || !isComplete)
            return length;
        if (bytes[1] == Escape)
        {
            inputs.Add(new KeyPressed(new Key(KeyName.Escape)));
            return 1;
        }

        if (bytes.Length == 2)
            inputs.Add(new KeyPressed(Key.Character(((char)bytes[1]).ToString(), KeyModifiers.Alt)));
        return bytes.Length;
    }

    // Two Esc bytes: Alt with a key that sends a sequence, or Esc followed by another key.
    private int TakeEscapedEscape(ReadOnlySpan<byte> bytes, List<TerminalInput> inputs)
    {
        if (bytes.Length > 2 && bytes[2] is not ((byte)'[' or (byte)'O'))
        {
            inputs.Add(new KeyPressed(new Key(KeyName.Escape)));
            return 1;
        }

        var before = inputs.Count;
        var length = bytes.Length > 2 ? Take(bytes[1..], isComplete: false, inputs) : 0;
        if (inputs.Count > before && inputs[^1] is KeyPressed(var key))
            inputs[^1] = new KeyPressed(key with { Modifiers = key.Modifiers | KeyModifiers.Alt });
        return length == 0 ? 0 : length + 1;
    }

    private static int TakeCharacter(ReadOnlySpan<byte> bytes, KeyModifiers modifiers, List<TerminalInput> inputs)
    {
        var first = bytes[0];
        if (first is < 0x20 or 0x7F)
        {
            inputs.Add(new KeyPressed(OfControlByte(first, modifiers)));
            return 1;
        }

        var status = Rune.DecodeFromUtf8(bytes, out var rune, out var length);
        if (status == OperationStatus.NeedMoreData)
            return 0;
        if (status == OperationStatus.Done)
            inputs.Add(new KeyPressed(Key.Character(rune.ToString(), modifiers)));
        return length;
    }

    private static Key OfControlByte(byte code, KeyModifiers modifiers) =>
        code switch
        {
            0x09 => new Key(KeyName.Tab, string.Empty, modifiers),
            0x0A or 0x0D => new Key(KeyName.Enter, string.Empty, modifiers),
            0x08 or 0x7F => new Key(KeyName.Backspace, string.Empty, modifiers),
            0x00 => Key.Character(" ", modifiers | KeyModifiers.Control),
            _ => Key.Character(char.ToLowerInvariant((char)(code + 0x40)).ToString(), modifiers | KeyModifiers.Control),
        };

    // ESC O letter: function keys, and arrows in application mode.
    private static int TakeSingleShift(ReadOnlySpan<byte> bytes, List<TerminalInput> inputs)
    {
        if (bytes[2] is >= (byte)'P' and <= (byte)'S')
            inputs.Add(new KeyPressed(new Key(KeyName.Function, ((char)(bytes[2] - 'P' + '1')).ToString())));
        else if (NameOfLetter(bytes[2]) is { } name)
            inputs.Add(new KeyPressed(new Key(name)));
        return 3;
    }

    // CSI: ESC [ parameters final
    private int TakeSequence(ReadOnlySpan<byte> bytes, List<TerminalInput> inputs)
    {
        var end = 2;
        while (end < bytes.Length && bytes[end] is >= 0x20 and < 0x40)
            end++;
        if (end == bytes.Length)
            return 0;

        var parameters = Encoding.ASCII.GetString(bytes[2..end]).Split(';');
        var first = Number(parameters, 0);
        var modifiers = ModifiersOf(Number(parameters, 1));
        switch ((char)bytes[end])
        {
            case '~' when first == 200:
                _paste = [];
                break;
            case '~':
                AddNumbered(first, modifiers, inputs);
                break;
            case 'I' or 'O' when end == 2:
                inputs.Add(new FocusChanged(bytes[end] == 'I'));
                break;
            case 'Z':
                inputs.Add(new KeyPressed(new Key(KeyName.Tab, string.Empty, KeyModifiers.Shift)));
                break;
            case >= 'P' and <= 'S' when end > 2:
                inputs.Add(new KeyPressed(new Key(KeyName.Function, ((char)(bytes[end] - 'P' + '1')).ToString(), modifiers)));
                break;
            default:
                if (NameOfLetter(bytes[end]) is { } name)
                    inputs.Add(new KeyPressed(new Key(name, string.Empty, modifiers)));
                break;
        }

        return end + 1;
    }

    private static void AddNumbered(int number, KeyModifiers modifiers, List<TerminalInput> inputs)
    {
        KeyName? name = number switch
        {
            1 or 7 => KeyName.Home,
            2 => KeyName.Insert,
            3 => KeyName.Delete,
            4 or 8 => KeyName.End,
            5 => KeyName.PageUp,
            6 => KeyName.PageDown,
            _ => null,
        };
        if (name is { } known)
            inputs.Add(new KeyPressed(new Key(known, string.Empty, modifiers)));

        // 11 to 24 are F1 to F12; some numbers in between are not used.
        ReadOnlySpan<int> functions = [11, 12, 13, 14, 15, 17, 18, 19, 20, 21, 23, 24];
        if (functions.IndexOf(number) is var index and >= 0)
            inputs.Add(new KeyPressed(new Key(KeyName.Function, $"{index + 1}", modifiers)));
    }

    private static KeyName? NameOfLetter(byte letter) =>
        (char)letter switch
        {
            'A' => KeyName.Up,
            'B' => KeyName.Down,
            'C' => KeyName.Right,
            'D' => KeyName.Left,
            'H' => KeyName.Home,
            'F' => KeyName.End,
            _ => null,
        };

    private static int Number(string[] parameters, int index) =>
        index < parameters.Length && int.TryParse(parameters[index], out var number) ? number : 0;

    // xterm sends 1 plus a bit for each of Shift, Alt and Control.
    private static KeyModifiers ModifiersOf(int parameter) => parameter > 1 ? (KeyModifiers)((parameter - 1) & 7) : KeyModifiers.None;

    private int TakePaste(List<byte> paste, ReadOnlySpan<byte> bytes, List<TerminalInput> inputs)
    {
        var end = bytes.IndexOf(PasteEnd);
        var text = end >= 0 ? bytes[..end] : bytes[..^PartOfEnd(bytes)];
        paste.AddRange(text[..Math.Min(text.Length, LongestPaste - paste.Count)]);
        if (end < 0)
            return text.Length;

        var pasted = Encoding.UTF8.GetString([.. paste]);
        inputs.Add(new Pasted(pasted.ReplaceLineEndings("\n")));
        _paste = null;
        return end + PasteEnd.Length;
    }

    // How many bytes at the end may be the first part of the sequence that ends a paste.
    private static int PartOfEnd(ReadOnlySpan<byte> bytes)
    {
        for (var length = Math.Min(bytes.Length, PasteEnd.Length - 1); length > 0; length--)
        {
            if (bytes.EndsWith(PasteEnd.AsSpan(0, length)))
                return length;
        }

        return 0;
    }
}
