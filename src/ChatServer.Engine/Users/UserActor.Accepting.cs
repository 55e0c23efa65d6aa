using System.Collections.Immutable;
using ChatServer.Domain.Events;
using ChatServer.Domain.Users;
using ChatServer.Protocol;

namespace ChatServer.Engine.Users;

/// <content>Mode <c>g</c> (caller-id): the user hears only those whom he has accepted. Source: ratbox, as clients know it.</content>
public sealed partial class UserActor
{
    /// <summary>From his connection: changes whom he accepts. Answered <see cref="AcceptChanged"/>.</summary>
    /// <param name="Add">Users to accept.</param>
    /// <param name="Remove">Nicks to drop.</param>
    public sealed record ChangeAccepted(ImmutableArray<UserIdentity> Add, ImmutableArray<Nickname> Remove) : IRequest;

    /// <summary>Which parts of the change had no effect.</summary>
    /// <param name="Already">Those who were accepted already.</param>
    /// <param name="Absent">Those who were not accepted.</param>
    /// <param name="IsFull">Whether some could not be accepted because the list is full.</param>
    public sealed record AcceptChanged(ImmutableArray<Nickname> Already, ImmutableArray<Nickname> Absent, bool IsFull) : IAnswer;

    /// <summary>From his connection: asks whom he accepts. Answered <see cref="Accepted"/>.</summary>
    public sealed record GetAccepted : IRequest
    {
        private GetAccepted()
        {
        }

        /// <summary>The only instance.</summary>
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

    /// <summary>To a user with mode <c>g</c>: somebody took a message of his, whose answer he is to hear.</summary>
    /// <param name="Who">The recipient of the message.</param>
    public sealed record HasSpokenTo(UserIdentity Who);

    private static readonly TimeSpan BetweenCalls = TimeSpan.FromMinutes(1);

    private AcceptedUsers _accepted = AcceptedUsers.None;
    private long? _toldOfCallAt;

    private bool Hears(UserIdentity speaker) =>
        !_identity.Has(UserModeFlags.CallerId) || speaker.Id == _identity.Id || _accepted.Covers(speaker);

    /// <summary>Refuses a message, and tells the user so, but at most once a minute.</summary>
    private void TurnAway(Say say)
    {
        // A speaker who skipped the directory will ask again by way of it.
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
