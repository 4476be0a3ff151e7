using Interlock.Core.Contract;
using Interlock.Core.Diagnostics;
using Interlock.ExecSpec.Specification;

namespace Interlock.Runtime.Proxies.Guarding.Normalised;

/// <summary>
/// Whether the numbers of a reply are what they were said to be. Two signs: normalised numbers seldom leave their range, and the first command of a chunk
/// is near the robot. Read the wrong way, the guard would watch another motion than the one that is executed.
/// </summary>
internal sealed class ReadingCheck
{
    /// <summary>Quantiles leave a part of the demonstrations beyond ±1; half as far again they hardly reach.</summary>
    private const double FarthestOfRange = 1.5;

    /// <summary>The same for standard scores.</summary>
    private const double FarthestScore = 6;

    /// <summary>A first action is a step away from the robot; two leave room for a state that was measured earlier.</summary>
    private const double NearSteps = 2;

    /// <summary>On fewer channels another reading may be near by chance.</summary>
    private const int FewestTelling = 3;

    private readonly NormalisedRows _rows;
    private readonly ExecutedRows _executed;
    private readonly bool _isNormalised;
    private readonly double[] _farthest;
    private readonly double[] _command;
    private readonly int _width;

    public ReadingCheck(ProxyOptions options, NormalisedRows rows, ExecutedRows executed)
    {
        (_rows, _executed) = (rows, executed);
        _isNormalised = options.Replies == ReplyNumbers.Normalised;
        _width = rows.Channels.Count;
        _command = new double[_width];
        Normaliser normaliser = options.Spec!.Unnormaliser;
        double farthest = normaliser.Scheme == NormalisationScheme.MeanStd ? FarthestScore : FarthestOfRange;
        _farthest = [.. Enumerable.Range(0, _width).Select(i => normaliser.Rows is not null && normaliser.AppliesTo(i) ? farthest : double.PositiveInfinity)];
    }

    /// <summary>Looks at a reply before it is guarded.</summary>
    /// <param name="values">Row-major, as the server sent them.</param>
    /// <param name="state">State of the request, contract order; empty when unknown.</param>
    /// <param name="last">Last command executed, contract order; empty when unknown.</param>
    /// <exception cref="DiagnosticException">RT232: the numbers are the other thing.</exception>
    public void Check(ReadOnlySpan<double> values, ReadOnlySpan<double> state, ReadOnlySpan<double> last)
    {
        int rows = values.Length / _width;
        int outside = _isNormalised ? Outside(values) : 0;
        if (outside * 2 > rows)
        {
            throw Wrong($"{outside} of {rows} rows lie far outside the range of normalised numbers");
        }

        if (!state.IsEmpty && _executed.Telling >= FewestTelling && IsFarOnlyAsSaid(values[.._width], state, last))
        {
            throw Wrong("as such the first action is far from the robot, and read the other way it is near");
        }
    }

    private bool IsFarOnlyAsSaid(ReadOnlySpan<double> row, ReadOnlySpan<double> state, ReadOnlySpan<double> last)
    {
        _rows.Measure(state, last);
        _rows.Decode(row, 0, _command);
        return _isNormalised
            ? _executed.IsElsewhere(_command, state) && _executed.IsNear(row, state, NearSteps)
            : _executed.IsElsewhere(row, state) && _executed.IsNear(_command, state, NearSteps);
    }

    private int Outside(ReadOnlySpan<double> values)
    {
        int count = 0;
        for (int at = 0; at < values.Length; at += _width)
        {
            bool isOutside = false;
            for (int i = 0; i < _width; i++)
            {
                isOutside |= Math.Abs(values[at + i]) > _farthest[i];
            }

            count += isOutside ? 1 : 0;
        }

        return count;
    }

    private DiagnosticException Wrong(string why) => ProxyError.Of(
        ProxyCodes.WrongReading,
        "reply",
        $"the replies were said to be {(_isNormalised ? "normalised" : "commands")}: {why}",
        $"is it --replies {(_isNormalised ? "commands" : "normalised")}, or the specification of another policy?");
}
