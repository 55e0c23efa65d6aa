using System.Net.Sockets;
using ChatLoad.Measuring;

namespace ChatLoad.Wire;

/// <summary>Lines over plain TCP: the common case, and the cheapest.</summary>
internal sealed class PlainLink(EventLoop loop, Target target, int number, int receiveBuffer, ILinkOwner owner)
    : Link(loop, target, number, receiveBuffer, owner)
{
    private LineAssembler _lines;

    /// <inheritdoc/>
    public override void Send(ReadOnlySpan<byte> lines) => Write(lines);

    /// <inheritdoc/>
    protected override void OnConnected() => Owner.OnOpen();

    /// <inheritdoc/>
    protected override void OnReadable(bool untilEmpty)
    {
        while (IsReading)
        {
            var received = Socket.Receive(Loop.Input.AsSpan(LineAssembler.Head), SocketFlags.None, out var error);
            if (error == SocketError.WouldBlock)
                return;
            if (error != SocketError.Success || received == 0)
            {
                Fail(received == 0 && error == SocketError.Success ? "closed by the server" : new SocketException((int)error).Message);
                return;
            }

            Loop.ReceivedAt = Clock.Now;
            if (!_lines.Take(Loop.Input, received, this))
            {
                Fail("the server sent a line without an end");
                return;
            }

            // A read that leaves room has emptied the socket; the next byte makes it ready again.
            if (IsClosed || (received < EventLoop.InputSize && !untilEmpty))
                return;
        }
    }
}
