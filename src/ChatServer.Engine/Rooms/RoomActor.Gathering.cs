using System.Collections.Immutable;
using ChatServer.Domain;
using ChatServer.Engine.Deliveries;
using ChatServer.Protocol;

namespace ChatServer.Engine.Rooms;

/// <content>Lines that the room is told in a row are told in a row: once to every member who said none of them,
/// instead of line by line.</content>
/// <remarks>The first line makes the room tell itself that telling is due; whatever stood in its mailbox before that is heard first. So
/// lines wait for no timer, and only as long as there are more. Anything else that the room hears, and anything else that it would answer,
/// comes after what has been gathered: nobody can see that it was.</remarks>
public sealed partial class RoomActor
{
    /// <summary>Longer series are told in pieces, so that the bytes of one stay small.</summary>
    private const int MostGathered = 64;

    private readonly List<Line> _gathered = [];

    /// <param name="Delivery">What is told.</param>
    /// <param name="Speaker">The connection that waits for an answer.</param>
    private readonly record struct Line(Delivery Delivery, IActorRef Speaker)
    {
        public UserId By => Delivery.Event.By.Id;
    }

    // From the room to itself.
    private sealed record TellingDue
    {
        public static readonly TellingDue Instance = new();
    }

    /// <inheritdoc/>
    protected override void PostStop() => TellGathered();

    /// <inheritdoc/>
    protected override void AnswerFault(Failed failed)
    {
        TellGathered();
        base.AnswerFault(failed);
    }

    /// <summary>Sees to it that what is no line comes after the lines before it.</summary>
    /// <returns>Whether there is nothing else to be done about the message.</returns>
    private bool IsDoneByGathering(object message)
    {
        if (message is not Say) TellGathered();
        return message is TellingDue;
    }

    /// <summary>A line that all members hear, and that is kept now and told soon.
    /// Its speaker is answered when all others have been told.</summary>
    private void Gather(Delivery delivery)
    {
        Keep(delivery.Event);
        if (_gathered.Count == 0) Self.Tell(TellingDue.Instance);
        _gathered.Add(new Line(delivery, Sender));
        if (_gathered.Count == MostGathered) TellGathered();
    }

    /// <summary>A line that is for some members only.</summary>
    private void TellSome(Delivery delivery, MemberModes least)
    {
        TellGathered();
        TellRanked(delivery, least, delivery.Event.By.Id);
        Sender.Tell(new Heard(delivery));
    }

    private void TellGathered()
    {
        if (_gathered.Count == 0) return;
        if (_gathered is [var line])
        {
            _audience.Tell(line.Delivery, except: line.By);
            line.Speaker.Tell(new Heard(line.Delivery));
        }
        else
        {
            TellSeries();
        }

        _gathered.Clear();
    }

    /// <summary>A speaker hears the lines of the others one by one, and his answers in between, each in its place.</summary>
    private void TellSeries()
    {
        var speakers = new HashSet<UserId>();
        var series = ImmutableArray.CreateBuilder<Delivery>(_gathered.Count);
        foreach (var line in _gathered)
        {
            speakers.Add(line.By);
            series.Add(line.Delivery);
        }

        _audience.Tell(new DeliverySeries(series.MoveToImmutable()), except: speakers);
        foreach (var line in _gathered)
        {
            foreach (var other in speakers)
            {
                if (other != line.By && _audience.TryFind(other, out var seat)) seat.Connection.Tell(line.Delivery, ActorRefs.NoSender);
            }

            line.Speaker.Tell(new Heard(line.Delivery));
        }
    }
}
