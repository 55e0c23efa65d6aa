using System.Collections.Immutable;
using ChatServer.Domain;
using ChatServer.Engine.Deliveries;
using ChatServer.Protocol;

namespace ChatServer.Engine.Rooms;

/// <content>Messages that arrive in a row are delivered together: each member who sent none of them gets one series instead of single
/// messages.</content>
/// <remarks>The first message makes the room tell itself that delivery is due; whatever stood in its mailbox before is handled first. So
/// messages wait for no timer, and only while there are more. Before the room handles or answers anything else it delivers what it has
/// gathered, so nobody can tell the difference.</remarks>
public sealed partial class RoomActor
{
    /// <summary>Longer series are delivered in pieces, so that the bytes of one stay small.</summary>
    private const int MostGathered = 64;

    private readonly List<Line> _gathered = [];

    /// <param name="Delivery">What is delivered.</param>
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

    /// <summary>Delivers what has been gathered before anything but a message is handled.</summary>
    /// <returns>Whether nothing else is to be done about it.</returns>
    private bool IsDoneByGathering(object message)
    {
        if (message is not Say) TellGathered();
        return message is TellingDue;
    }

    /// <summary>Gathers a message for all members: it goes into the history now and is delivered soon. Its speaker is answered when all
    /// others have been told.</summary>
    private void Gather(Delivery delivery)
    {
        Keep(delivery.Event);
        if (_gathered.Count == 0) Self.Tell(TellingDue.Instance);
        _gathered.Add(new Line(delivery, Sender));
        if (_gathered.Count == MostGathered) TellGathered();
    }

    /// <summary>Delivers a message for some members only.</summary>
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

    /// <summary>A speaker gets the messages of the others one by one, and his own answers in between, each in its place.</summary>
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
