using ChatLoad.Delivery;
using ChatLoad.Measuring;

namespace ChatLoad.Scenarios.Evenings;

/// <summary>Tracks who must receive what while people come and go.</summary>
/// <remarks>
/// <para>A message must reach a member (1) who had the server's answer to his join before it was sent, and (2) who had not asked to leave
/// until it came, provided (3) that its sender's connection did not break meanwhile. Any other arrival was neither promised nor wrong: it
/// counts as expected when it comes, but must still be in order.</para>
/// <para><see cref="Meter.Expected"/> is corrected at each of these moments, so it is right at all times.</para>
/// </remarks>
internal sealed class Attendance(Meter meter)
{
    private int _slots;

    /// <summary>A stay begins: JOIN has been sent.</summary>
    public static void Enter(Stay stay)
    {
        stay.Person.Stays[stay.Room] = stay;
        stay.Room.Voices.Add(stay.Voice);
    }

    /// <summary>The server has answered the join: from now on no message may be missed.</summary>
    public void Settle(Stay stay)
    {
        if (!stay.Room.Members.Add(stay))
            return;

        foreach (var voice in stay.Room.Voices)
        {
            if (voice == stay.Voice || voice.Next == 0)
                continue;

            // Messages in flight may have been sent before the join or after it.
            stay.Since[voice.Number] = voice.Next;
            if (!stay.Slots.ContainsKey(voice.Number))
                Open(stay, voice, voice.Next);
        }
    }

    /// <summary>PART or QUIT has been sent, or the connection is gone.</summary>
    public void Leave(Stay stay)
    {
        stay.IsLeaving = true;
        if (!stay.Room.Members.Remove(stay))
            return;
        foreach (var voice in stay.Room.Voices.Where(voice => voice != stay.Voice && !voice.IsBroken))
            meter.Expected -= Outstanding(stay, voice);
    }

    /// <summary>The stay is over; its messages have been received, or will be.</summary>
    public static void Forget(Stay stay) => stay.Person.Stays.Remove(stay.Room);

    /// <summary>The connection of a speaker breaks: nobody is guaranteed his messages in flight.</summary>
    public void Break(Voice voice)
    {
        foreach (var stay in voice.Room.Members.Where(stay => stay.Voice != voice))
            meter.Expected -= Outstanding(stay, voice);
        voice.IsBroken = true;
    }

    /// <summary>How many must receive what a voice says now.</summary>
    public static int ListenersOf(Voice voice) => voice.Room.Members.Count(stay => stay.Voice != voice);

    /// <summary>A message was received.</summary>
    /// <returns>False if it had been received before.</returns>
    public bool Hear(Stay stay, Voice voice, uint sequence)
    {
        if (!stay.Slots.TryGetValue(voice.Number, out var slot))
            slot = Open(stay, voice, stay.IsCertain ? 0 : sequence);

        var since = stay.Since.GetValueOrDefault(voice.Number);
        var next = meter.Ledger.NextOf(slot);
        if (sequence < next && next == since)
        {
            // The first one received, sent before it had to be received.
            meter.Ledger.Open(slot, sequence);
            next = sequence;
        }

        if (!stay.IsCertain || voice.IsBroken)
            meter.Expected += Math.Max(0, (long)sequence + 1 - next);
        else if (sequence < since && sequence >= next)
            meter.Expected += sequence + 1 - next;
        return meter.Ledger.Record(slot, sequence) != Verdict.Duplicate;
    }

    private int Open(Stay stay, Voice voice, uint next)
    {
        var slot = _slots++;
        stay.Slots[voice.Number] = slot;
        meter.Ledger.Open(slot, next);
        return slot;
    }

    private long Outstanding(Stay stay, Voice voice)
    {
        var since = stay.Since.GetValueOrDefault(voice.Number);
        var heard = stay.Slots.TryGetValue(voice.Number, out var slot) ? meter.Ledger.NextOf(slot) : 0;
        return voice.Next - Math.Max(since, heard);
    }
}
