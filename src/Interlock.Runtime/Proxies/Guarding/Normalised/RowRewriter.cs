using Interlock.Core.Contract;

namespace Interlock.Runtime.Proxies.Guarding.Normalised;

/// <summary>
/// Writes a guarded command over the normalised numbers of a row. What was written is decoded again: it lies between the last executed command and the
/// guarded one, or as near to the guarded one as the dtype can say and within the bounds; else nothing goes out.
/// </summary>
internal sealed class RowRewriter(NormalisedRows rows)
{
    /// <summary>Moves that are tried: rounding to the dtype and decoding again are each off by less than one of them.</summary>
    private const int MostMoves = 4;

    private readonly double[] _numbers = new double[rows.Channels.Count];
    private readonly double[] _exact = new double[rows.Channels.Count];
    private readonly double[] _aim = new double[rows.Channels.Count];
    private readonly double[] _first = new double[rows.Channels.Count];
    private readonly double[] _firstNumber = new double[rows.Channels.Count];
    private readonly bool[] _isOpen = new bool[rows.Channels.Count];

    /// <summary>Rewrites a row; <see cref="NormalisedRows.Measure"/> was told what it is measured from.</summary>
    /// <param name="cells">Of the reply.</param>
    /// <param name="row">Number of the row in the chunk.</param>
    /// <param name="sent">Numbers of the row as they are; empty for a row of ours.</param>
    /// <param name="decoded">What they decode to.</param>
    /// <param name="guarded">What the contract allows.</param>
    /// <param name="last">A command inside the contract to round towards: the last executed.</param>
    /// <param name="written">Receives what the rewritten row decodes to.</param>
    /// <exception cref="Core.Diagnostics.DiagnosticException">RT233: the numbers cannot say it.</exception>
    public void Write(
        RowCells cells, int row, ReadOnlySpan<double> sent, ReadOnlySpan<double> decoded, ReadOnlySpan<double> guarded, ReadOnlySpan<double> last, Span<double> written)
    {
        Aim(row, guarded, last);
        _numbers.AsSpan().Clear();
        sent.CopyTo(_numbers);
        for (int i = 0; i < guarded.Length; i++)
        {
            int place = rows.Places[i];
            _isOpen[i] = decoded.IsEmpty || BitConverter.DoubleToInt64Bits(guarded[i]) != BitConverter.DoubleToInt64Bits(decoded[i]);
            if (_isOpen[i])
            {
                _numbers[place] = double.IsFinite(_exact[place]) ? cells.Write(place, _exact[place], _aim[place]) : throw Inexpressible(i);
                _aim[place] = _aim[place] > _exact[place] ? double.PositiveInfinity : double.NegativeInfinity;
            }
        }

        Settle(cells, row, guarded, last, written);
    }

    private void Settle(RowCells cells, int row, ReadOnlySpan<double> guarded, ReadOnlySpan<double> last, Span<double> written)
    {
        for (int attempt = 0; Array.Exists(_isOpen, isOpen => isOpen); attempt++)
        {
            rows.Decode(_numbers, row, written);
            for (int i = 0; i < guarded.Length; i++)
            {
                if (!_isOpen[i])
                {
                    continue;
                }

                int place = rows.Places[i];
                (_first[i], _firstNumber[i]) = attempt == 0 ? (written[i], _numbers[place]) : (_first[i], _firstNumber[i]);
                _isOpen[i] = !IsBetween(i, written[i], last[i], guarded[i]);
                if (_isOpen[i] && attempt < MostMoves)
                {
                    _numbers[place] = cells.WriteBeside(place, _numbers[place], _aim[place] > 0);
                }
                else if (_isOpen[i])
                {
                    _numbers[place] = cells.Write(place, Nearest(i, written[i], guarded[i], _numbers[place]), 0);
                    _isOpen[i] = false;
                }
            }
        }

        rows.Decode(_numbers, row, written);
    }

    // Where the command is the last one there is no room between the two, and the way inwards is taken.
    private void Aim(int row, ReadOnlySpan<double> guarded, ReadOnlySpan<double> last)
    {
        Span<double> inward = stackalloc double[last.Length];
        for (int i = 0; i < last.Length; i++)
        {
            inward[i] = last[i] != guarded[i] ? last[i] : Inside(rows.Channels[i]);
        }

        rows.Invert(guarded, row, _exact);
        rows.Invert(inward, row, _aim);
    }

    /// <summary>A value that the bounds allow, for a robot of which nothing is known yet.</summary>
    public static double Inside(ChannelContract channel) =>
        (channel.Min, channel.Max) is ({ } low, { } high) ? low + ((high - low) / 2) : channel.Min ?? channel.Max ?? 0;

    // No number of the dtype may give a command between the two; then it is one beside them, by no more than the dtype's own step.
    private double Nearest(int channel, double written, double guarded, double number)
    {
        double step = Math.Abs(written - _first[channel]);
        return IsInside(channel, _first[channel]) && Math.Abs(_first[channel] - guarded) <= step ? _firstNumber[channel]
            : IsInside(channel, written) && Math.Abs(written - guarded) <= 2 * step ? number
            : throw Inexpressible(channel);
    }

    private bool IsInside(int channel, double command) => command >= (rows.Channels[channel].Min ?? double.MinValue) && command <= (rows.Channels[channel].Max ?? double.MaxValue);

    // A joint that turns without end has two ways between two commands.
    private bool IsBetween(int channel, double value, double last, double guarded) =>
        !rows.Channels[channel].Continuous && value >= Math.Min(last, guarded) && value <= Math.Max(last, guarded);

    private Core.Diagnostics.DiagnosticException Inexpressible(int channel) => ProxyError.Of(
        ProxyCodes.NotExpressible,
        "reply",
        $"the command that the contract allows for `{rows.Channels[channel].Name}` cannot be said in the normalised numbers of the specification",
        "is the robot outside what the policy's statistics reach? bring it back by hand");
}
