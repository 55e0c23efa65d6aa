using System.Collections.Immutable;
using ChatServer.Domain;
using ChatServer.Domain.Events;
using ChatServer.Protocol;

namespace ChatServer.Engine.History;

/// <content>Its messages.</content>
public sealed partial class DirectHistoryActor
{
    /// <summary>From the recipient of a message: he took it.</summary>
    /// <param name="Event">The message.</param>
    /// <param name="From">Who spoke.</param>
    /// <param name="FromUser">His actor.</param>
    /// <param name="To">To whom.</param>
    /// <param name="ToNick">The nick of that user.</param>
    /// <param name="ToUser">The actor of that user.</param>
    public sealed record Spoken(ChatEvent Event, UserId From, IActorRef FromUser, UserId To, Nickname ToNick, IActorRef ToUser);

    /// <summary>From a user: he has another nick.</summary>
    /// <param name="Who">The user.</param>
    /// <param name="Nick">The new one.</param>
    public sealed record Renamed(UserId Who, Nickname Nick);

    /// <summary>Reads what two users said to each other. Answered <see cref="HistoryPage"/>, or <see cref="Denied"/>:
    /// <see cref="Refusal.NoSuchNick"/> when nothing was said, <see cref="Refusal.NoSuchMessage"/> when the query refers to an id that is
    /// not known.</summary>
    /// <param name="Asker">Who asks, one of the two.</param>
    /// <param name="Partner">The nick of the other, or the one he had when he left.</param>
    /// <param name="Query">Which part.</param>
    public sealed record Read(UserId Asker, Nickname Partner, HistoryQuery Query) : IRequest;

    /// <summary>Asks whom a user has talked with. Answered <see cref="Partners"/>.</summary>
    /// <param name="Asker">The user, who asks for himself.</param>
    public sealed record GetPartners(UserId Asker) : IRequest;

    /// <summary>Whom a user has talked with.</summary>
    /// <param name="Talks">Each partner's nick, and when one of the two last spoke, UTC; in no order.</param>
    public sealed record Partners(ImmutableArray<(Nickname Nick, DateTimeOffset LastSpoken)> Talks) : IAnswer;

    /// <summary>From the death watch: a user is gone.</summary>
    private sealed record Left(UserId Who);
}
