using System.Collections.Immutable;
using ChatServer.Domain;
using ChatServer.Protocol;

namespace ChatServer.Engine.History;

/// <summary>Owns what users said to each other: one history for each pair, in the order in which messages reach this actor.</summary>
/// <remarks>
/// <para>A user reports every message that he takes before the speaker gets his answer, so a speaker who has his echo finds the message
/// here. Only its two users can read a conversation. It is dropped when both have left, or when one of them has too many and it has been
/// quiet longest.</para>
/// <para>Users are known by their ids, which are never reused: taking the nick of somebody who left does not give access to his
/// conversations.</para>
/// </remarks>
public sealed partial class DirectHistoryActor : EngineActor
{
    /// <summary>How many conversations one user may have.</summary>
    internal const int MostConversations = 250;

    private readonly EngineContext _engine;
    private readonly Dictionary<UserId, Party> _parties = [];

    /// <summary>How to make one.</summary>
    /// <param name="engine">The world.</param>
    public static Props PropsFor(EngineContext engine) => Props.Create(() => new DirectHistoryActor(engine));

    /// <summary>Use <see cref="PropsFor"/>.</summary>
    public DirectHistoryActor(EngineContext engine)
    {
        _engine = engine;
        Receive<Spoken>(OnSpoken);
        Receive<Renamed>(OnRenamed);
        Receive<Left>(left => OnLeft(left.Who));
        Receive<Read>(OnRead);
        Receive<GetPartners>(OnGetPartners);
        Receive<Redact>(OnRedact);
        Receive<Found>(OnFound);
        Receive<Failed>(failed => Sender.Tell(failed));
    }

    private void OnSpoken(Spoken spoken)
    {
        var from = PartyOf(spoken.From, spoken.Event.By.Nick, spoken.FromUser);
        var to = PartyOf(spoken.To, spoken.ToNick, spoken.ToUser);
        if (!from.Talks.TryGetValue(to.Id, out var talk))
        {
            talk = new Talk(_engine.History.Open(new Conversation.BetweenUsers(from.Id, to.Id)));
            from.Talks[to.Id] = talk;
            to.Talks[from.Id] = talk;
            LetGoOfTooMany(from);
            LetGoOfTooMany(to);
        }

        talk.LastAt = spoken.Event.Stamp.Time;
        talk.History.Append(spoken.Event);
    }

    private void OnRenamed(Renamed renamed)
    {
        if (_parties.TryGetValue(renamed.Who, out var party)) party.Nick = renamed.Nick;
    }

    private void OnLeft(UserId who)
    {
        if (!_parties.TryGetValue(who, out var party)) return;
        party.IsGone = true;
        foreach (var partner in party.Talks.Keys.Where(partner => _parties[partner].IsGone).ToList()) LetGo(party, _parties[partner]);
        if (party.Talks.Count == 0) _parties.Remove(who);
    }

    private void OnRead(Read read)
    {
        if (FindTalk(read.Asker, read.Partner) is var (_, talk))
            talk.History.Answer(read.Query, Sender);
        else
            Sender.Tell(new Denied(Refusal.NoSuchNick));
    }

    private void OnGetPartners(GetPartners get)
    {
        if (!_parties.TryGetValue(get.Asker, out var party))
        {
            Sender.Tell(new Partners([]));
            return;
        }

        // All are asked in this turn; what runs later touches only what is passed here. Of several partners with one nick, the one who
        // would be found by it is listed.
        var asked = TalksOf(party)
            .DistinctBy(talk => talk.Partner.Nick)
            .Select(talk => (talk.Partner.Nick, talk.Talk.History.LastSpokenAsync().AsTask()))
            .ToList();
        WhenAllAnswered(asked).Deliver(Sender, static partners => partners);
    }

    private static async ValueTask<Partners> WhenAllAnswered(List<(Nickname Nick, Task<DateTimeOffset?> LastSpoken)> asked)
    {
        var partners = ImmutableArray.CreateBuilder<(Nickname, DateTimeOffset)>();
        foreach (var (nick, lastSpoken) in asked)
        {
            if (await lastSpoken.ConfigureAwait(false) is { } time) partners.Add((nick, time));
        }

        return new Partners(partners.ToImmutable());
    }

    private (Party Partner, Talk Talk)? FindTalk(UserId asker, Nickname partner) => !_parties.TryGetValue(asker, out var party)
        ? null
        : TalksOf(party)
            .Where(talk => talk.Partner.Nick == partner)
            .Select(talk => ((Party Partner, Talk Talk)?)talk)
            .FirstOrDefault();

    /// <summary>Conversations with partners who are here come first, then the most recent ones. Several partners may have the same nick if
    /// all but one have left.</summary>
    private IEnumerable<(Party Partner, Talk Talk)> TalksOf(Party party) => party.Talks
        .Select(talk => (Partner: _parties[talk.Key], Talk: talk.Value))
        .OrderBy(talk => talk.Partner.IsGone)
        .ThenByDescending(talk => talk.Talk.LastAt);

    private Party PartyOf(UserId id, Nickname nick, IActorRef user)
    {
        if (!_parties.TryGetValue(id, out var party))
        {
            _parties.Add(id, party = new Party(id, user));
            Context.WatchWith(user, new Left(id));
        }

        party.Nick = nick;
        return party;
    }

    private void LetGoOfTooMany(Party party)
    {
        if (party.Talks.Count <= MostConversations) return;
        LetGo(party, _parties[party.Talks.MinBy(talk => talk.Value.LastAt).Key]);
    }

    private void LetGo(Party one, Party other)
    {
        one.Talks.Remove(other.Id);
        other.Talks.Remove(one.Id);
        if (other.IsGone && other.Talks.Count == 0) _parties.Remove(other.Id);
    }

    private sealed class Party(UserId id, IActorRef user)
    {
        public UserId Id { get; } = id;

        public IActorRef User { get; } = user;

        /// <summary>The nick he has, or had when he left.</summary>
        public Nickname Nick { get; set; }

        public bool IsGone { get; set; }

        /// <summary>By partner.</summary>
        public Dictionary<UserId, Talk> Talks { get; } = [];
    }

    private sealed class Talk(IConversationHistory history)
    {
        public IConversationHistory History { get; } = history;

        public DateTimeOffset LastAt { get; set; } = DateTimeOffset.MaxValue;
    }
}
