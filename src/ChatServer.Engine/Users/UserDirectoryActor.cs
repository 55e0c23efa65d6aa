using System.Collections.Immutable;
using ChatServer.Domain;
using ChatServer.Domain.Users;
using ChatServer.Protocol;

namespace ChatServer.Engine.Users;

/// <summary>Owns which nick belongs to whom: a connection that is registering, or a user. Spawns the users.</summary>
/// <remarks>Every nick passes through this one mailbox, so no two users can ever hold the same: that is all there is to the guarantee "one
/// owner per nick". It also keeps a copy of every user's identity, which the user updates at each change, and answers ISON, USERHOST, WHO
/// with a mask and WHOWAS from these.</remarks>
public sealed partial class UserDirectoryActor : EngineActor
{
    private readonly EngineContext _engine;
    private readonly IActorRef _rooms;
    private readonly IActorRef _directHistory;
    private readonly Dictionary<Nickname, UserId> _owners = [];
    private readonly Dictionary<UserId, Nickname> _claims = [];
    private readonly Dictionary<UserId, UserEntry> _users = [];
    private readonly WhowasHistory _whowas = new();
    private readonly Lookalikes _lookalikes;
    private long _lastId;
    private int _mostUsers;
    private int _invisible;
    private int _operators;

    private sealed record UserGone(UserId Who);

    /// <summary>How to make one.</summary>
    /// <param name="engine">The world.</param>
    /// <param name="rooms">The room directory.</param>
    /// <param name="directHistory">The history of private messages.</param>
    public static Props PropsFor(EngineContext engine, IActorRef rooms, IActorRef directHistory) =>
        Props.Create(() => new UserDirectoryActor(engine, rooms, directHistory));

    /// <summary>Use <see cref="PropsFor"/>.</summary>
    public UserDirectoryActor(EngineContext engine, IActorRef rooms, IActorRef directHistory)
    {
        ArgumentNullException.ThrowIfNull(engine);
        _engine = engine;
        _lookalikes = new Lookalikes(engine.CaseMapping);
        _rooms = rooms;
        _directHistory = directHistory;
        Receive<Route>(OnRoute);
        Receive<Reserve>(reserve => OnReserve(Sender, reserve.Nick));
        Receive<GiveBack>(_ => OnGiveBack(Sender));
        Receive<ConnectionGone>(gone => FreeReservation(gone.Connection));
        Receive<Register>(OnRegister);
        Receive<Claim>(OnClaim);
        Receive<Unclaim>(OnUnclaim);
        Receive<Changed>(OnChanged);
        Receive<Leaving>(OnLeaving);
        Receive<Depart>(OnDepart);
        Receive<UserGone>(gone => Forget(gone.Who));
        Receive<Find>(OnFind);
        Receive<Search>(OnSearch);
        Receive<GetWhowas>(get => Sender.Tell(new Whowas([.. _whowas.Of(get.Nick)])));
        Receive<CountsSoFar>(OnCounts);
        Monitoring();
        Announcing();
    }

    /// <summary>A user with a fault is stopped: his connection closes, his rooms lose him, and nobody else notices. To go on with a
    /// half-changed state would be worse for him and for his peers.</summary>
    protected override SupervisorStrategy SupervisorStrategy() => new OneForOneStrategy(_ => Directive.Stop);

    private void OnRoute(Route route)
    {
        if (_owners.TryGetValue(route.Nick, out var owner))
            _users[owner].User.Forward(route.Request);
        else
            Sender.Tell(new Denied(Refusal.NoSuchNick));
    }

    private void OnClaim(Claim claim)
    {
        if (_reserved.ContainsKey(claim.Nick)
            || (_owners.TryGetValue(claim.Nick, out var owner) && owner != claim.Who)
            || _lookalikes.HasOther(claim.Nick, claim.Who))
        {
            Sender.Tell(new Denied(Refusal.NickInUse));
            return;
        }

        _owners[claim.Nick] = claim.Who;
        _claims[claim.Who] = claim.Nick;
        _lookalikes.Add(claim.Nick, claim.Who);
        Sender.Tell(Done.Instance);
    }

    private void OnUnclaim(Unclaim unclaim)
    {
        if (!_claims.Remove(unclaim.Who, out var claimed)) return;
        var own = _users[unclaim.Who].Identity.Nick;
        if (claimed != own) _owners.Remove(claimed);
        if (claimed.Text != own.Text) _lookalikes.Remove(claimed, unclaim.Who);
    }

    private void OnChanged(Changed changed)
    {
        Replace(changed);
        Sender.Tell(changed.Answer);
    }

    private void Replace(Changed changed)
    {
        if (!_users.TryGetValue(changed.Identity.Id, out var entry)) return;
        var before = entry.Identity;
        _users[changed.Identity.Id] = entry with { Identity = changed.Identity };
        _claims.Remove(changed.Identity.Id);
        Count(before, -1);
        Count(changed.Identity, +1);
        if (before.Nick.Text != changed.Identity.Nick.Text) _lookalikes.Remove(before.Nick, before.Id);
        if (before.Nick == changed.Identity.Nick) return;
        _owners.Remove(before.Nick);
        Remember(before);
        AnnounceWent(before.Nick);
        AnnounceCame(changed.Identity);
    }

    // Requests already forwarded to the user stand in his mailbox before the pill, and are answered.
    private void OnDepart(Depart depart)
    {
        if (_users.TryGetValue(depart.Who, out var entry))
        {
            Context.Unwatch(entry.User);
            Forget(depart.Who);
            entry.User.Tell(PoisonPill.Instance);
        }

        Sender.Tell(Done.Instance);
    }

    private void Forget(UserId who)
    {
        if (!_users.Remove(who, out var entry)) return;
        var nick = entry.Identity.Nick;
        var isClaiming = _claims.Remove(who, out var claimed);
        Release(nick, who);
        if (isClaiming) Release(claimed, who);
        Count(entry.Identity, -1);
        Remember(entry.Identity);
        AnnounceWent(nick);
        if (!_leaving.Remove(who)) return;
        GiveToAwaiting(nick);
        if (isClaiming) GiveToAwaiting(claimed);
    }

    private void Release(Nickname nick, UserId who)
    {
        _owners.Remove(nick);
        _lookalikes.Remove(nick, who);
    }

    private void Remember(UserIdentity former) => _whowas.Add(former, _engine.Now, _engine.Settings.Limits.WhowasEntries);

    private void OnFind(Find find)
    {
        var found = ImmutableArray.CreateBuilder<UserEntry>();
        foreach (var nick in find.Nicks)
        {
            if (_owners.TryGetValue(nick, out var owner)) found.Add(_users[owner]);
        }

        Sender.Tell(new Found(found.ToImmutable()));
    }

    private void OnSearch(Search search)
    {
        var mask = _engine.CaseMapping.Fold(search.Mask);
        Sender.Tell(new Found([.. _users.Values.Where(user => Covers(mask, user.Identity))]));
    }

    private bool Covers(string foldedMask, UserIdentity user) =>
        Glob.IsMatch(foldedMask, user.Nick.Folded)
        || Glob.IsMatch(foldedMask, _engine.CaseMapping.Fold(user.UserName))
        || Glob.IsMatch(foldedMask, _engine.CaseMapping.Fold(user.Host))
        || Glob.IsMatch(foldedMask, _engine.CaseMapping.Fold(user.RealName.ToString()))
        || Glob.IsMatch(foldedMask, _engine.CaseMapping.Fold(_engine.Settings.Server.Name));

    private void OnCounts(CountsSoFar counts) => _rooms.Forward(
        counts with { Users = _users.Count, MostUsers = _mostUsers, Invisible = _invisible, Operators = _operators });

    private void Count(UserIdentity user, int change)
    {
        if (user.Has(UserModeFlags.Invisible)) _invisible += change;
        if (user.Has(UserModeFlags.Operator)) _operators += change;
        _mostUsers = Math.Max(_mostUsers, _users.Count);
    }
}
