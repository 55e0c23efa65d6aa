namespace ChatServer.SimulationTests.Model;

/// <summary>Who said what, who has heard it, and who had to.</summary>
internal sealed class Ledger
{
    private readonly Dictionary<string, Said> _byText = [];
    private readonly Dictionary<string, Said> _byId = [];
    private readonly List<Said> _settled = [];

    /// <summary>Messages of which it is certain that they stand in every mailbox concerned, in the order in which that became
    /// certain.</summary>
    public IReadOnlyList<Said> Settled => _settled;

    public IEnumerable<Said> All => _byText.Values;

    public Said? Find(string text) => _byText.GetValueOrDefault(text);

    /// <summary>The message with an id that somebody has been told.</summary>
    public Said? FindById(string id) => _byId.GetValueOrDefault(id);

    /// <summary>Whether somebody has tried to take something back: what is remembered has gaps from then on.</summary>
    public bool HasRedactions { get; set; }

    /// <summary>The id of a message has become known.</summary>
    /// <returns>Whether no other message has it.</returns>
    public bool Name(Said said) => _byId.TryAdd(said.Id!, said) || _byId[said.Id!] == said;

    public Said Add(Said said) => _byText[said.Text] = said;

    /// <summary>The sender knows that it was taken, or somebody has heard it.</summary>
    public void Settle(Said said)
    {
        if (said.IsSettled) return;
        said.IsSettled = true;
        _settled.Add(said);
    }
}

/// <summary>What became of a message, as its sender knows.</summary>
internal enum Outcome
{
    /// <summary>Nothing is known yet, or its sender has gone before he could know.</summary>
    Open,

    Taken,

    Refused,
}

/// <summary>One message. Its text is like no other.</summary>
internal sealed class Said(string text, int sender, int number, string target, bool isToRoom)
{
    public string Text { get; } = text;

    public int Sender { get; } = sender;

    /// <summary>Counts the sender's messages.</summary>
    public int Number { get; } = number;

    /// <summary>Room or nick, folded.</summary>
    public string Target { get; } = target;

    public bool IsToRoom { get; } = isToRoom;

    /// <summary>Whether it was said to everybody there is.</summary>
    public bool IsToAll => Target.StartsWith('$');

    /// <summary>The command by which it was said.</summary>
    public required string Verb { get; init; }

    public required DateTimeOffset SentAt { get; init; }

    /// <summary>When it was sent, in what clients send and hear.</summary>
    public long Moment { get; init; }

    /// <summary>Whether its sender hears only some, and so hears the answer.</summary>
    public bool IsFromCaller { get; init; }

    /// <summary>Whether its sender was an operator of the server.</summary>
    public bool IsByOperator { get; init; }

    /// <summary>The sign of the rank from which on members hear it; null for all of them.</summary>
    public char? Status { get; init; }

    /// <summary>The tag +note that it was said with.</summary>
    public string? Note { get; init; }

    /// <summary>The lines after the first one.</summary>
    public IReadOnlyList<string> MoreLines { get; init; } = [];

    /// <summary>Its id, as soon as somebody has been told.</summary>
    public string? Id { get; set; }

    /// <summary>Whether somebody has heard that it was taken back.</summary>
    public bool IsRedacted { get; set; }

    public Outcome Outcome { get; set; }

    public bool IsSettled { get; set; }

    /// <summary>Who knew himself to be in the room when it was sent, and in which stay there. If the same stay still goes on when the
    /// message is settled, he has to have heard it.</summary>
    public required IReadOnlyDictionary<int, int> Audience { get; init; }

    public HashSet<int> HeardBy { get; } = [];
}
