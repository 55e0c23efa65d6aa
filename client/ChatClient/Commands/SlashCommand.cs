namespace ChatClient.Commands;

/// <summary>What a command does.</summary>
/// <param name="chat">What it acts on.</param>
/// <param name="arguments">What was typed after its name, without the spaces around it.</param>
/// <returns>False if the arguments don't fit, so that the syntax is shown.</returns>
internal delegate bool CommandHandler(IChat chat, string arguments);

/// <summary>One row of the command table.</summary>
/// <param name="Name">Without the slash.</param>
/// <param name="Syntax">Arguments as help shows them; those in brackets may be left out.</param>
/// <param name="Help">One sentence.</param>
/// <param name="Handler">What it does.</param>
internal sealed record SlashCommand(string Name, string Syntax, string Help, CommandHandler Handler)
{
    /// <summary>Name and arguments, as one would type them.</summary>
    public string Usage => $"/{Name} {Syntax}".TrimEnd();
}
