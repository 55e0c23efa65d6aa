using System.Collections.Immutable;
using ChatServer.Protocol;

namespace ChatClient.Session;

internal sealed partial class IrcSession
{
    private readonly BatchTable _batches = new();

    // BATCH +reference type parameters... or BATCH -reference
    private void OnBatch(IrcMessage message)
    {
        if (Parameter(message, 0) is not [var sign, .. var reference])
            return;

        if (sign == '+')
        {
            _batches.Open(reference, message);
        }
        else if (_batches.TryClose(reference, out var batch, out var parent))
        {
            OnBatchOver(batch, parent);
            if (batch.Opener.Tags.TryGetValue("label", out var label))
                _labelled.Remove(label);
        }
    }

    private void OnBatchOver(Batch batch, Batch? parent)
    {
        var isMessage = batch.Type == BatchTypes.Multiline && batch.Messages.Count > 0;
        if (parent is not null)
            parent.Messages.AddRange(isMessage ? [Multiline.Join(batch)] : batch.Messages);
        else if (isMessage)
            Process(Multiline.Join(batch));
        else if (batch.Type == BatchTypes.History)
            OnHistory(batch);
        else if (batch.Type == BatchTypes.Targets)
            OnHistoryTargets(batch);
        else if (batch.Type == BatchTypes.Split)
            OnSplit(batch);
        else if (batch.Type == BatchTypes.Rejoin)
            OnRejoin(batch);
    }

    private void OnSplit(Batch batch)
    {
        var departures = EventsOf<Departed>(batch);
        Raise(new NetworkSplit(TimeOf(batch.Opener), batch.Parameter(0), batch.Parameter(1), departures));
    }

    private void OnRejoin(Batch batch)
    {
        var arrivals = EventsOf<Joined>(batch);
        Raise(new NetworkJoined(TimeOf(batch.Opener), batch.Parameter(0), batch.Parameter(1), arrivals));
    }

    // Handles the messages of a batch and takes out their events of one type. Other messages do not belong there; their events are raised.
    private ImmutableArray<T> EventsOf<T>(Batch batch)
        where T : SessionEvent
    {
        var before = _events.Count;
        foreach (var message in batch.Messages)
            Process(message);

        var kept = _events.Skip(before).OfType<T>().ToImmutableArray();
        var toRemove = new HashSet<SessionEvent>(kept, ReferenceEqualityComparer.Instance);
        _events.RemoveAll(toRemove.Contains);
        return kept;
    }
}
