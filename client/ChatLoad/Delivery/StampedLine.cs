using System.Text;

namespace ChatLoad.Delivery;

/// <summary>A PRIVMSG to one target, made once; only the stamp changes from message to message.</summary>
internal sealed class StampedLine
{
    private readonly byte[] _line;
    private readonly int _payloadAt;
    private readonly uint _run;

    /// <summary>A line to a room or a nick.</summary>
    public StampedLine(string target, int payload, uint run)
    {
        var head = Encoding.ASCII.GetBytes($"PRIVMSG {target} :");
        _run = run;
        _payloadAt = head.Length;
        _line = new byte[head.Length + payload + 2];
        _line.AsSpan().Fill((byte)'x');
        head.CopyTo(_line, 0);
        "\r\n"u8.CopyTo(_line.AsSpan(^2..));
    }

    /// <summary>The whole line with this stamp; valid until the next call.</summary>
    public ReadOnlySpan<byte> With(in Stamp stamp)
    {
        stamp.Write(_line.AsSpan(_payloadAt), _run);
        return _line;
    }
}
