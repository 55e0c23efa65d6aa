using System.Collections.Immutable;
using System.Text;

namespace ChatServer.Protocol;

/// <summary>A reply identified by words: for features that have no numerics.</summary>
/// <param name="Kind">Its severity.</param>
/// <param name="Command">The command it answers, or <c>*</c>.</param>
/// <param name="Code">What happened, as a code such as <c>INVALID_UTF8</c>.</param>
/// <param name="Text">What happened, for people.</param>
/// <param name="Context">Parameters between code and text that give the context.</param>
/// <remarks><code>FAIL / WARN / NOTE command code [context ...] :text</code> Source: IRCv3 standard-replies.</remarks>
public readonly record struct StandardReply(
    StandardReplyKind Kind, string Command, string Code, string Text, ImmutableArray<string> Context)
{
    /// <summary>Stands for the command if the reply answers none, or one that can't be repeated.</summary>
    public const string NoCommand = "*";

    /// <summary>A FAIL.</summary>
    public static StandardReply Fail(string command, string code, string text, params ImmutableArray<string> context) =>
        new(StandardReplyKind.Fail, command, code, text, context);

    /// <summary>A WARN.</summary>
    public static StandardReply Warn(string command, string code, string text, params ImmutableArray<string> context) =>
        new(StandardReplyKind.Warn, command, code, text, context);

    /// <summary>A NOTE.</summary>
    public static StandardReply Note(string command, string code, string text, params ImmutableArray<string> context) =>
        new(StandardReplyKind.Note, command, code, text, context);

    /// <summary>Writes verb and parameters. The caller writes tags, source and the end of the line.</summary>
    public void WriteTo(ref MessageWriter writer)
    {
        writer.Verb(Kind switch
        {
            StandardReplyKind.Warn => "WARN"u8,
            StandardReplyKind.Note => "NOTE"u8,
            _ => "FAIL"u8,
        });
        writer.Param(Command);
        writer.Param(Code);
        foreach (var parameter in Context.IsDefault ? [] : Context)
        {
            // It may repeat what a client wrote, which can be as long as a whole line.
            var most = Math.Max(1, writer.Room - Text.Length - "  :".Length);
            writer.Param(Utf8Text.Cut(Encoding.UTF8.GetBytes(parameter), most));
        }

        writer.Trailing(Text);
    }
}
