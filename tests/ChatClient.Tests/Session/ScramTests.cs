using System.Text;
using ChatClient.Session;

namespace ChatClient.Tests.Session;

/// <summary>The example exchange of RFC 7677, section 3.</summary>
public sealed class ScramTests
{
    private const string ClientFirst = "n,,n=user,r=rOprNGfwEbeRWgbNEkqO";
    private const string ServerFirst = "r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096";
    private const string ClientFinal =
        "c=biws,r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,p=dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ=";
    private const string ServerFinal = "v=6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4=";

    private readonly ScramSha256 _scram = new("user", "pencil", "rOprNGfwEbeRWgbNEkqO");

    [Fact]
    public void The_exchange_of_the_specification_is_reproduced()
    {
        Assert.Equal(ClientFirst, Answer(string.Empty));
        Assert.Equal(ClientFinal, Answer(ServerFirst));
        Assert.False(_scram.IsSatisfied);
        Assert.Equal(string.Empty, Answer(ServerFinal));
        Assert.True(_scram.IsSatisfied);
    }

    [Fact]
    public void A_server_that_does_not_know_the_password_is_found_out()
    {
        Answer(string.Empty);
        Answer(ServerFirst);

        var error = Assert.Throws<SaslException>(() => Answer("v=AAAATRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4="));

        Assert.Contains("does not know the password", error.Message, StringComparison.Ordinal);
        Assert.False(_scram.IsSatisfied);
    }

    [Theory]
    [InlineData("r=somebodyelse,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096")]
    [InlineData("r=rOprNGfwEbeRWgbNEkqO,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096")]
    [InlineData("r=rOprNGfwEbeRWgbNEkqOmore,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=2000000000")]
    [InlineData("r=rOprNGfwEbeRWgbNEkqOmore,s=W22ZaJ0SNY7soEsUEjb6gQ==")]
    [InlineData("r=rOprNGfwEbeRWgbNEkqOmore,s=***,i=4096")]
    [InlineData("")]
    public void A_challenge_that_breaks_the_rules_is_refused(string challenge)
    {
        Answer(string.Empty);

        Assert.Throws<SaslException>(() => Answer(challenge));
    }

    [Fact]
    public void An_error_of_the_server_is_told()
    {
        Answer(string.Empty);
        Answer(ServerFirst);

        Assert.Equal("unknown-user", Assert.Throws<SaslException>(() => Answer("e=unknown-user")).Message);
    }

    [Fact]
    public void Signs_of_the_grammar_in_a_name_are_escaped() =>
        Assert.Equal("n,,n=a=2Cb=3Dc,r=x", Encoding.UTF8.GetString(new ScramSha256("a,b=c", "p", "x").Answer([])));

    private string Answer(string challenge) => Encoding.UTF8.GetString(_scram.Answer(Encoding.UTF8.GetBytes(challenge)));
}
