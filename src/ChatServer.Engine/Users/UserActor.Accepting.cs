using System.Collections.Immutable;
using ChatServer.Domain.Events;
using ChatServer.Domain.Users;
using ChatServer.Protocol;

namespace ChatServer.Engine.Users;

/// <content>Whom the user hears while he has mode <c>g</c> (caller-id). Source: ratbox, as clients know it.</content>
public sealed partial class UserActor
{
    /// <summary>From his connection: he accepts some and others no more. Answered <see cref="AcceptChanged"/>.</summary>
    /// <param name="Add">Whom he accepts.</param>
    /// <param name="Remove">Whom he does not accept any more.</param>
    public sealed record ChangeAccepted(ImmutableArray<UserIdentity> Add, ImmutableArray<Nickname> Remove) : IRequest;

    /// <summary>What of the change was none.</summary>
    /// <param name="Already">Who was accepted before.</param>
    /// <param name="Absent">Who was not.</param>
    /// <param name="IsFull">Whether some could not be accepted, for there are as many as there may be.</param>
    public sealed record AcceptChanged(ImmutableArray<Nickname> Already, ImmutableArray<Nickname> Absent, bool IsFull) : IAnswer;

    /// <summary>From his connection: whom does he accept? Answered <see cref="Accepted"/>.</summary>
    public sealed record GetAccepted : IRequest
    {
        private GetAccepted()
        {
        }

        /// <summary>The only one there is.</summary>
        public static GetAccepted Instance { get; } = new();
    }

    /// <summary>Whom the user accepts.</summary>
    /// <param name="Nicks">Their nicks, in order.</param>
    public sealed record Accepted(ImmutableArray<Nickname> Nicks) : IAnswer;

    /// <summary>The user has mode <c>g</c> and does not accept the one who spoke to him.</summary>
    /// <param name="IsTold">Whether he was told that somebody tried.</param>
    public sealed record NotAccepted(bool IsTold) : IAnswer;

    /// <summary>To his connection: somebody whom he does not accept speaks to him.</summary>
    /// <param name="Who">Who.</param>
    public sealed record Called(UserIdentity Who);

    /// <summary>To a user with mode <c>g</c>: he has spoken to somebody, and so he hears the answer.</summary>
    /// <param name="Who">To whom.</param>
    public sealed record HasSpokenTo(UserIdentity Who);

    private static readonly TimeSpan BetweenCalls = TimeSpan.FromMinutes(1);

    private AcceptedUsers _accepted = AcceptedUsers.None;
    private long? _toldOfCallAt;

    private bool Hears(UserIdentity speaker) =>
        !_identity.Has(UserModeFlags.CallerId) || speaker.Id == _identity.Id || _accepted.Covers(speaker);

    /// <summary>Says no to a message, and tells the user of it, but not more often than once a minute.</summary>
    private void TurnAway(Say say)
    {
        // Whoever speaks from memory asks once more by way of the directory.
        var tells = say is { Kind: MessageKind.Message, IsFromMemory: false }
            && (_toldOfCallAt is not { } last || _engine.Clock.GetElapsedTime(last) >= BetweenCalls);
        if (tells)
        {
            _toldOfCallAt = _engine.Clock.GetTimestamp();
            _connection.Tell(new Called(say.By), ActorRefs.NoSender);
        }

        Sender.Tell(new NotAccepted(tells));
    }

    private void OnHasSpokenTo(HasSpokenTo spoken) => _accepted = _accepted.With(spoken.Who.Id, spoken.Who.Nick) ?? _accepted;

    private void OnChangeAccepted(ChangeAccepted change)
    {
        var (already, absent) = (ImmutableArray.CreateBuilder<Nickname>(), ImmutableArray.CreateBuilder<Nickname>());
        var isFull = false;
        foreach (var who in change.Add)
        {
            if (_accepted.Contains(who.Id)) already.Add(who.Nick);
            var next = _accepted.With(who.Id, who.Nick);
            isFull |= next is null;
            _accepted = next ?? _accepted;
        }

        foreach (var nick in change.Remove)
        {
            var next = _accepted.Without(nick);
            if (next is null) absent.Add(nick);
            _accepted = next ?? _accepted;
        }

        Sender.Tell(new AcceptChanged(already.ToImmutable(), absent.ToImmutable(), isFull));
    }

    private void OnGetAccepted(GetAccepted get) =>
        Sender.Tell(new Accepted([.. _accepted.Nicks.OrderBy(nick => nick.Folded, StringComparer.Ordinal)]));
}
