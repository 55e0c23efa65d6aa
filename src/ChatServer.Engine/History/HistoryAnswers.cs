using ChatServer.Domain;

namespace ChatServer.Engine.History;

/// <summary>Passes the result of a history on to the asker: at once if it is there already, as with a history in memory, otherwise when it
/// comes. Either way the owner of the history goes on with its next message.</summary>
internal static class HistoryAnswers
{
    /// <summary>Answers <see cref="HistoryPage"/>, or <see cref="Denied"/> when the query refers to an id that is not known.</summary>
    /// <param name="history">The conversation.</param>
    /// <param name="query">Which part.</param>
    /// <param name="asker">Who asks.</param>
    /// <param name="show">Changes the page for the asker, on any thread; null to leave it as it is.</param>
    public static void Answer(
        this IConversationHistory history, HistoryQuery query, IActorRef asker, Func<HistoryPage, HistoryPage>? show = null) =>
        history.ReadAsync(query).Deliver(asker, page => page is null ? new Denied(Refusal.NoSuchMessage) : show?.Invoke(page) ?? page);

    /// <summary>Answers <see cref="LastSpoken"/>.</summary>
    public static void AnswerLastSpoken(this IConversationHistory history, IActorRef asker) =>
        history.LastSpokenAsync().Deliver(asker, time => new LastSpoken(time));

    /// <summary>Tells an actor a result when it is there, or <see cref="Failed"/>.</summary>
    /// <param name="result">The result.</param>
    /// <param name="recipient">Who is told.</param>
    /// <param name="message">What he is told.</param>
    /// <param name="onBehalfOf">The sender of the message: who is to be answered, if that is not the recipient.</param>
    public static void Deliver<T>(this ValueTask<T> result, IActorRef recipient, Func<T, object> message, IActorRef? onBehalfOf = null)
    {
        if (result.IsCompletedSuccessfully)
            recipient.Tell(message(result.Result), onBehalfOf ?? ActorRefs.NoSender);
        else
            result.AsTask().PipeTo(recipient, onBehalfOf, success: message, failure: cause => new Failed(cause));
    }
}
