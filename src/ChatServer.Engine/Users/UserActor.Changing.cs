using System.Collections.Immutable;
using ChatServer.Domain.Events;
using ChatServer.Domain.Users;
using ChatServer.Engine.Deliveries;
using ChatServer.Engine.History;
using ChatServer.Protocol;

namespace ChatServer.Engine.Users;

/// <content>What a user may change of himself, or others of him: nick, away, real name, modes, host, and that he is here at all.</content>
public sealed partial class UserActor
{
    private void OnRename(Rename rename)
    {
        var asker = Sender;
        Context.Parent.Tell(new UserDirectoryActor.Claim(_identity.Id, rename.Nick));
        Become(message => Claiming(message, rename, asker));
    }

    private void OnClaimed(Rename rename, IActorRef asker)
    {
        var next = _identity with { Nick = rename.Nick };
        Announce(
            next,
            () => new UserRenamed(_engine.Stamp(), _identity, rename.Nick),
            tellsHimself: true,
            whenApplied: () => Update(next, asker),
            whenRefused: refusal =>
            {
                Context.Parent.Tell(new UserDirectoryActor.Unclaim(_identity.Id));
                asker.Tell(refusal);
                BecomePresent();
            });
    }

    private void OnSetAway(SetAway away)
    {
        var asker = Sender;
        var next = _identity with { Away = away.Reason };
        Announce(next, () => new UserAway(_engine.Stamp(), next), tellsHimself: false, whenApplied: () => Update(next, asker));
    }

    private void OnSetRealName(SetRealName set)
    {
        var asker = Sender;
        var next = _identity with { RealName = set.RealName };
        Announce(next, () => new UserRealNameChanged(_engine.Stamp(), next), tellsHimself: true, whenApplied: () => Update(next, asker));
    }

    private void OnChangeModes(ChangeModes request)
    {
        var (modes, effective) = UserModeRules.Apply(_identity.Modes, request.Changes);
        var title = modes.HasFlag(UserModeFlags.Operator) ? _identity.OperatorTitle : null;
        SetModes(_identity with { Modes = modes, OperatorTitle = title }, [.. effective]);
    }

    private void OnMakeOperator(MakeOperator make)
    {
        var next = _identity with { Modes = _identity.Modes | UserModeFlags.Operator, OperatorTitle = make.Title };
        SetModes(next, _identity.Has(UserModeFlags.Operator) ? [] : [new ModeChange(Adding: true, 'o')]);
    }

    private void SetModes(UserIdentity next, ImmutableArray<ModeChange> effective)
    {
        if (effective.IsEmpty)
        {
            Sender.Tell(new Updated(_identity));
            return;
        }

        // His modes are for himself to see; his rooms and the directory only have to know them. He sees them when he himself goes by them:
        // who has seen that strangers may not write to him hears none of them.
        var asker = Sender;
        var announcement = new Delivery(new UserModesChanged(_engine.Stamp(), next, effective));
        Apply(new PeerChange(next, () => announcement.Event, [], whenApplied: Tell), _memberships.RoomsInOrder);

        void Tell()
        {
            _connection.Tell(announcement, ActorRefs.NoSender);
            Update(next, asker);
        }
    }

    private void OnChangeHost(ChangeHost change)
    {
        var asker = _waitingForChange = Sender;
        WhenNotJoining(() => SetHost(change, asker));
    }

    private void SetHost(ChangeHost change, IActorRef asker)
    {
        var next = _identity with { Host = change.Host, OriginalHost = _identity.OriginalHost ?? _identity.Host };
        Announce(next, Decide, tellsHimself: true, whenApplied: () => Update(next, asker, Done.Instance));

        UserHostChanged Decide() => new(_engine.Stamp(), _identity, next, [.. _memberships.All]);
    }

    private void OnKill(Kill kill)
    {
        var reason = $"Killed ({kill.By.Nick.Text} ({kill.Comment}))";
        _connection.Tell(new Delivery(new UserKilled(_engine.Stamp(), kill.By, _identity, kill.Comment)), ActorRefs.NoSender);
        _connection.Tell(new Connections.ConnectionActor.Close(reason), ActorRefs.NoSender);
        _waitingForChange = Sender;
        OnQuit(new Quit(WireText.From(reason)));
    }

    private void OnQuit(Quit quit)
    {
        var asker = Sender;
        WhenNotJoining(() => Leave(quit, asker));
    }

    private void Leave(Quit quit, IActorRef asker)
    {
        Announce(next: null, () => new UserQuit(_engine.Stamp(), _identity, quit.Reason), tellsHimself: false, whenApplied: () =>
        {
            Context.Parent.Tell(new UserDirectoryActor.Depart(_identity.Id), asker);
            _waitingForChange = null;
            Become(Gone);
            Stash.UnstashAll();
        });
    }

    private void Update(UserIdentity next, IActorRef asker) => Update(next, asker, new Updated(next));

    private void Update(UserIdentity next, IActorRef asker, IAnswer answer)
    {
        if (next.Nick != _identity.Nick) _directHistory.Tell(new DirectHistoryActor.Renamed(next.Id, next.Nick));
        _identity = next;
        _waitingForChange = null;
        Context.Parent.Tell(new UserDirectoryActor.Changed(next, answer), asker);
        BecomePresent();
    }
}
