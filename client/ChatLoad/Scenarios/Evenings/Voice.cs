using ChatLoad.Delivery;

namespace ChatLoad.Scenarios.Evenings;

/// <summary>What one person says in one room during one stay there: messages in one order.</summary>
/// <param name="speaker">Who.</param>
/// <param name="room">Where.</param>
/// <param name="number">Its number as a sender.</param>
/// <param name="line">The message.</param>
internal sealed class Voice(Person speaker, Room room, int number, StampedLine line)
{
    /// <summary>Where.</summary>
    public Room Room => room;

    /// <summary>Its number as a sender.</summary>
    public int Number => number;

    /// <summary>Sequence of the next message.</summary>
    public uint Next { get; private set; }

    /// <summary>Whether the speaker's connection broke: messages in flight may or may not have reached the server.</summary>
    public bool IsBroken { get; set; }

    /// <summary>Says something.</summary>
    public void Speak(long stampedAt) => speaker.Client.Send(line.With(new Stamp((uint)number, Next++, stampedAt)));
}
