using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace ChatServer.Protocol.Tests;

/// <summary>Generators of what goes over the wire, and of what should never.</summary>
internal static class WireGenerators
{
    private const string Separators = " :@;=!*?#,+-\\/\0\r\n~%&$.[]";

    /// <summary>Any byte, the ones that mean something more often than the others.</summary>
    public static readonly Gen<byte> Byte = Gen.Frequency(
        (2, Gen.Elements(Separators.ToCharArray()).Select(value => (byte)value)),
        (2, Gen.Choose('a', 'z').Select(value => (byte)value)),
        (1, Gen.Choose(0, 255).Select(value => (byte)value)));

    /// <summary>Any bytes at all.</summary>
    public static readonly Gen<byte[]> Bytes = Byte.ArrayOf();

    /// <summary>One character of text without NUL, CR and LF, from one to four bytes long in UTF-8.</summary>
    public static readonly Gen<string> Character = Gen.Frequency(
        (8, Gen.Choose('!', '~').Select(value => ((char)value).ToString())),
        (3, Gen.Constant(" ")),
        (2, Gen.Elements(":", ";", "\\", "=", "@")),
        (2, Gen.Elements("\t", "\u0002", "é", "ß", "漢", "\u200d", "\U0001F603")));

    /// <summary>Text that a trailing parameter carries unchanged.</summary>
    public static readonly Gen<string> Text = Character.ListOf().Select(string.Concat);

    /// <summary>Text with line ends, as a tag value carries it.</summary>
    public static readonly Gen<string> TagText =
        Gen.Frequency((6, Character), (1, Gen.Elements("\r", "\n"))).ListOf().Select(string.Concat);

    /// <summary>A parameter that is one word.</summary>
    public static readonly Gen<string> Word =
        Character.Where(value => value != " ").NonEmptyListOf().Select(string.Concat).Where(word => word[0] != ':');

    public static readonly Gen<string> Verb = Gen.Choose('A', 'Z').Select(value => (char)value).NonEmptyListOf().Select(string.Concat);

    public static readonly Gen<IrcMessage> Message =
        from tags in Tag.ListOf()
        from source in Gen.OneOf(Gen.Constant<string?>(null), Word.Select(word => (string?)word))
        from verb in Verb
        from middle in Word.ListOf()
        from last in Gen.OneOf(Gen.Constant<string[]>([]), Text.Select(text => new[] { text }))
        select new IrcMessage(verb, middle.Concat(last))
        {
            Tags = tags.GroupBy(tag => tag.Key).ToDictionary(same => same.Key, same => same.Last().Value),
            Source = source,
        };

    private static Gen<KeyValuePair<string, string>> Tag =>
        from key in Gen.Elements([.. "abc+/.-019"]).NonEmptyListOf().Select(string.Concat)
        from value in TagText
        select KeyValuePair.Create(key, value);

    public static byte[] Utf8(this string text) => Encoding.UTF8.GetBytes(text);
}
