using ChatServer.Engine.Connections;

namespace ChatServer.Engine.Commands;

/// <summary>Writes an answer that may be longer than the send queue, no faster than the client reads it. Other events are written between
/// its lines. Source: Modern, ISUPPORT SAFELIST.</summary>
internal static class LongAnswer
{
    /// <summary>How many lines are written before waiting until the client has taken them.</summary>
    private const int LinesAtOnce = 32;

    /// <summary>Writes the answer.</summary>
    /// <typeparam name="T">What a line is about.</typeparam>
    /// <param name="session">Who gets it.</param>
    /// <param name="items">The items, one per line; enumerated as they are written.</param>
    /// <param name="write">Writes one line.</param>
    /// <param name="end">Writes its end.</param>
    public static void Write<T>(Session session, IEnumerable<T> items, Action<Session, T> write, Action<Session> end)
    {
        var remaining = items.GetEnumerator();
        GoOn(session);

        void GoOn(Session session)
        {
            for (var lines = 0; lines < LinesAtOnce; lines++)
            {
                if (!remaining.MoveNext())
                {
                    remaining.Dispose();
                    end(session);
                    return;
                }

                write(session, remaining.Current);
            }

            session.WhenTaken(GoOn);
        }
    }
}
