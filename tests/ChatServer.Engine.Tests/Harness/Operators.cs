using ChatServer.Engine.Settings;

namespace ChatServer.Engine.Tests.Harness;

/// <summary>Settings with an operator: <c>OPER root secret</c>.</summary>
internal static class Operators
{
    public static Func<ServerSettings, ServerSettings> With(params OperatorPrivilege[] privileges) => WithPassword("secret", privileges);

    public static Func<ServerSettings, ServerSettings> WithPassword(string password, params OperatorPrivilege[] privileges) =>
        settings => settings with
        {
            Operators =
            [
                new OperatorSettings { Name = "root", Password = password, Title = "keeps the lights on", Privileges = privileges },
            ],
        };
}
