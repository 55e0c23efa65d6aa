using ChatServer.Domain.Events;
using ChatServer.Domain.Users;
using ChatServer.Protocol;
using static ChatServer.Domain.Tests.People;

namespace ChatServer.Domain.Tests.Users;

public sealed class UserRulesTests
{
    [Fact]
    public void What_one_said_himself_is_taken_back_when_the_server_allows_it()
    {
        var message = SaidBy(Alice);

        Assert.Same(message, UserRules.Redact(Alice, message, authorsMay: true).Outcome());
        Assert.Equal(Refusal.NotAllowedToRedact, UserRules.Redact(Alice, message, authorsMay: false).Reason());
    }

    [Fact]
    public void What_the_other_said_stays() =>
        Assert.Equal(Refusal.NotAllowedToRedact, UserRules.Redact(Bob, SaidBy(Alice), authorsMay: true).Reason());

    [Fact]
    public void Who_said_it_has_the_same_id_whatever_his_nick_is_now() =>
        Assert.NotNull(UserRules.Redact(Alice with { Nick = Nick("alicia") }, SaidBy(Alice), authorsMay: true).Outcome());

    [Fact]
    public void A_namesake_of_who_said_it_is_somebody_else() => Assert.Equal(
        Refusal.NotAllowedToRedact, UserRules.Redact(Bob with { Nick = Alice.Nick }, SaidBy(Alice), authorsMay: true).Reason());

    [Fact]
    public void What_is_not_known_or_was_not_said_is_not_there()
    {
        var changed = new UserRenamed(default, Alice, Nick("alicia"));

        Assert.Equal(Refusal.NoSuchMessage, UserRules.Redact(Alice, found: null, authorsMay: true).Reason());
        Assert.Equal(Refusal.NoSuchMessage, UserRules.Redact(Alice, changed, authorsMay: true).Reason());
    }

    private static MessageSent SaidBy(UserIdentity author) =>
        new(default, author, MessageKind.Message, "bob", WireText.From("hello"), WireText.Empty);
}
