using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace ChatLoad.Wire;

/// <summary>A connection that carries lines: the socket, and what plain and other links share. Only the loop.</summary>
internal abstract class Link : IDisposable
{
    private const int IpBindAddressNoPort = 24;

    private readonly int _token;
    private byte[]? _unsent;
    private int _unsentLength;
    private bool _isConnecting = true;

    /// <summary>Begins to connect.</summary>
    /// <param name="loop">The loop that it belongs to.</param>
    /// <param name="target">Where to.</param>
    /// <param name="number">Number of the connection, which chooses its source address.</param>
    /// <param name="receiveBuffer">Size of the socket's receive buffer in bytes, or 0 for the system's.</param>
    /// <param name="owner">The owner to call.</param>
    /// <exception cref="SocketException">No socket or address is available, or the server refused at once.</exception>
    protected unsafe Link(EventLoop loop, Target target, int number, int receiveBuffer, ILinkOwner owner)
    {
        Loop = loop;
        Owner = owner;
        Socket = new Socket(target.EndPoint.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { Blocking = false, NoDelay = true };
        try
        {
            if (receiveBuffer > 0)
                Socket.ReceiveBufferSize = receiveBuffer;
            if (target.SourceOf(number) is { } source)
            {
                // Ports are then chosen when connecting: an address has all of them for each server, not for all servers together.
                Socket.SetRawSocketOption((int)ProtocolType.IP, IpBindAddressNoPort, MemoryMarshal.AsBytes<int>([1]));
                Socket.Bind(source);
            }

            fixed (byte* address = target.SocketAddress.Buffer.Span)
            {
                var refused = Native.Connect(Socket.SafeHandle, address, target.SocketAddress.Size) < 0;
                if (refused && Marshal.GetLastPInvokeError() is var error and not Native.EINPROGRESS)
                    throw new SocketException(SocketErrors.FromErrno(error), Marshal.GetPInvokeErrorMessage(error));
            }

            _token = loop.Add(this, Socket);
        }
        catch
        {
            Socket.Dispose();
            throw;
        }
    }

    /// <summary>Gets the lines and the end.</summary>
    public ILinkOwner Owner { get; }

    /// <summary>Whether it has ended, whichever side ended it.</summary>
    public bool IsClosed { get; private set; }

    /// <summary>Whether it reads. While it does not, the kernel's buffers fill and the server has to keep what it sends.</summary>
    public bool IsReading { get; set; } = true;

    /// <summary>The loop it belongs to.</summary>
    protected EventLoop Loop { get; }

    /// <summary>The non-blocking socket.</summary>
    protected Socket Socket { get; }

    /// <summary>Sends whole lines, and keeps what the socket does not take at once.</summary>
    public abstract void Send(ReadOnlySpan<byte> lines);

    /// <summary>Handles what the socket is ready for.</summary>
    public void OnReady(in Readiness ready)
    {
        if (_isConnecting)
        {
            if (Socket.GetSocketOption(SocketOptionLevel.Socket, SocketOptionName.Error) is int error and not 0)
            {
                Fail(new SocketException(error).Message);
                return;
            }

            if (!ready.CanWrite)
                return;
            _isConnecting = false;
            OnConnected();
        }

        if (ready.CanWrite && _unsentLength > 0 && !IsClosed)
            Flush();
        if (ready.CanRead && IsReading && !IsClosed)
            OnReadable(ready.IsEnding);
    }

    /// <summary>Closes with a reset: what was not sent is dropped, as when a device loses its network.</summary>
    public void Abort()
    {
        if (IsClosed)
            return;
        Socket.LingerState = new LingerOption(true, 0);
        Dispose();
    }

    /// <summary>Closes. Twice is harmless.</summary>
    public virtual void Dispose()
    {
        if (IsClosed)
            return;
        IsClosed = true;
        Loop.Remove(_token);
        Socket.Dispose();
    }

    /// <summary>The socket is connected.</summary>
    protected abstract void OnConnected();

    /// <summary>There is something to read.</summary>
    /// <param name="untilEmpty">Whether to read on after a read that did not fill the buffer.</param>
    protected abstract void OnReadable(bool untilEmpty);

    /// <summary>Writes bytes to the socket unchanged, and keeps what it does not take.</summary>
    protected void Write(ReadOnlySpan<byte> bytes)
    {
        if (IsClosed)
            return;
        if (_unsentLength == 0)
        {
            var sent = Socket.Send(bytes, SocketFlags.None, out var error);
            if (error is SocketError.Success)
                bytes = bytes[sent..];
            else if (error is not SocketError.WouldBlock)
                return; // The end is reported when it is read, after all that came before it.
        }

        if (!bytes.IsEmpty)
            Keep(bytes);
    }

    /// <summary>Ends the connection and reports it.</summary>
    protected void Fail(string why)
    {
        if (IsClosed)
            return;
        Dispose();
        Owner.OnClosed(why);
    }

    private void Keep(ReadOnlySpan<byte> bytes)
    {
        if (_unsent is null || _unsent.Length < _unsentLength + bytes.Length)
            Array.Resize(ref _unsent, Math.Max(1024, 2 * (_unsentLength + bytes.Length)));
        bytes.CopyTo(_unsent.AsSpan(_unsentLength));
        _unsentLength += bytes.Length;
    }

    private void Flush()
    {
        var sent = Socket.Send(_unsent.AsSpan(0, _unsentLength), SocketFlags.None, out var error);
        if (error is not SocketError.Success)
            return;

        _unsent.AsSpan(sent, _unsentLength - sent).CopyTo(_unsent);
        _unsentLength -= sent;
    }
}
