using System.Collections.Immutable;
using ChatServer.Domain.Events;
using ChatServer.Domain.Users;
using ChatServer.Engine.Deliveries;
using ChatServer.Protocol;

namespace ChatServer.Engine.Users;

/// <content>Messages from operators to many users at once.</content>
public sealed partial class UserDirectoryActor
{
    /// <summary>An operator speaks to all who have user mode <c>w</c>. Answered <see cref="Done"/>.</summary>
    /// <param name="By">The operator.</param>
    /// <param name="Text">What he says.</param>
    public sealed record Wallops(UserIdentity By, WireText Text) : IRequest;

    /// <summary>An operator speaks to all users. Answered <see cref="Heard"/>.</summary>
    /// <param name="By">The operator, who does not hear it himself.</param>
    /// <param name="Kind">By which command.</param>
    /// <param name="Target">The target as he wrote it: a mask of servers, after <c>$</c>.</param>
    /// <param name="Text">What he says.</param>
    /// <param name="ClientTags">Client-only tags, as they came.</param>
    public sealed record Broadcast(UserIdentity By, MessageKind Kind, string Target, WireText Text, WireText ClientTags) : IRequest
    {
        /// <summary>The lines, if it has more than one.</summary>
        public ImmutableArray<MessageLine> Lines { get; init; } = [];
    }

    /// <summary>Asks who is an operator. Answered <see cref="Found"/>, in no order.</summary>
    public sealed record GetOperators : IRequest
    {
        private GetOperators()
        {
        }

        /// <summary>The only instance.</summary>
        public static GetOperators Instance { get; } = new();
    }

    private void Announcing()
    {
        Receive<Wallops>(OnWallops);
        Receive<Broadcast>(OnBroadcast);
        Receive<GetOperators>(_ => Sender.Tell(new Found([.. _users.Values.Where(user => user.Identity.Has(UserModeFlags.Operator))])));
    }

    private void OnWallops(Wallops wallops)
    {
        var delivery = new Delivery(new WallopsSent(_engine.Stamp(), wallops.By, wallops.Text));
        foreach (var user in _users.Values)
        {
            if (user.Identity.Has(UserModeFlags.Wallops)) user.Connection.Tell(delivery, ActorRefs.NoSender);
        }

        Sender.Tell(Done.Instance);
    }

    private void OnBroadcast(Broadcast said)
    {
        var delivery = new Delivery(
            new MessageSent(_engine.Stamp(), said.By, said.Kind, said.Target, said.Text, said.ClientTags) { Lines = said.Lines });
        foreach (var user in _users.Values)
        {
            if (user.Identity.Id != said.By.Id) user.Connection.Tell(delivery, ActorRefs.NoSender);
        }

        Sender.Tell(new Heard(delivery));
    }
}
