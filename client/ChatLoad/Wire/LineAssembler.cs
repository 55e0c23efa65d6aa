using System.Buffers;

namespace ChatLoad.Wire;

/// <summary>Splits what a connection receives into lines, and keeps the unfinished one until its rest comes.</summary>
internal struct LineAssembler
{
    /// <summary>Where a receive call writes in the input; before it there is room for an unfinished line, which is also the longest
    /// one.</summary>
    public const int Head = 64 * 1024;

    private byte[]? _carry;
    private int _carried;

    /// <summary>Hands over the lines in what was received.</summary>
    /// <param name="input">The loop's input, in which <paramref name="received"/> bytes stand from <see cref="Head"/> on.</param>
    /// <param name="received">How many bytes.</param>
    /// <param name="link">The link to hand them to; if it is closed meanwhile, the rest is dropped.</param>
    /// <returns>False if a line is longer than <see cref="Head"/>.</returns>
    public bool Take(byte[] input, int received, Link link)
    {
        var start = Head - _carried;
        _carry.AsSpan(0, _carried).CopyTo(input.AsSpan(start));
        ReadOnlySpan<byte> rest = input.AsSpan(start, _carried + received);
        _carried = 0;
        for (var lf = rest.IndexOf((byte)'\n'); lf >= 0; lf = rest.IndexOf((byte)'\n'))
        {
            var end = lf > 0 && rest[lf - 1] == '\r' ? lf - 1 : lf;
            link.Owner.OnLine(rest[..end]);
            if (link.IsClosed)
                return true;
            rest = rest[(lf + 1)..];
        }

        if (rest.Length > Head)
            return false;
        Keep(rest);
        return true;
    }

    private void Keep(ReadOnlySpan<byte> rest)
    {
        if (rest.IsEmpty && _carry is null)
            return;

        // Returned when not needed: of ten thousand connections, few are in the middle of a line.
        if (_carry is not null && (rest.IsEmpty || _carry.Length < rest.Length))
        {
            ArrayPool<byte>.Shared.Return(_carry);
            _carry = null;
        }

        if (rest.IsEmpty)
            return;
        _carry ??= ArrayPool<byte>.Shared.Rent(rest.Length);
        rest.CopyTo(_carry);
        _carried = rest.Length;
    }
}
