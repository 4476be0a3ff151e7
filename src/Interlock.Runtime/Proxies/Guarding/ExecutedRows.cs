using Interlock.Core.Contract;

namespace Interlock.Runtime.Proxies.Guarding;

/// <summary>
/// Which rows of the last chunk the client executed, as far as the next observation tells: as many as were declared, else those up to the row that is
/// nearest to the state. Grippers do not count (a hand that holds something never gets where it was sent), nor do rates.
/// </summary>
internal sealed class ExecutedRows
{
    /// <summary>A robot farther from every row than it goes in this many steps was moved by somebody else. Ten steps are a third of a second at 30 Hz, beyond any tracking lag.</summary>
    private const double LagSteps = 10;

    /// <summary>The same for channels without a limit on their rate: this part of their range.</summary>
    private const double LagOfSpan = 0.1;

    private readonly int? _declared;
    private readonly bool[] _tells;
    private readonly double[] _allowance;
    private readonly double[] _perUnit;

    public ExecutedRows(SafetyContract contract, int? declared)
    {
        _declared = declared;
        _tells = [.. contract.Channels.Select(channel => !contract.CommandsRate(channel) && channel is { Role: not ChannelRole.Gripper, Continuous: false })];
        _allowance = [.. contract.Channels.Select(channel => Allowance(channel, contract.RateHz))];
        _perUnit = [.. _allowance.Select(allowance => double.IsFinite(allowance) ? 1 / allowance : 1)];
    }

    /// <summary>How many of the rows were executed.</summary>
    /// <param name="rows">Rows that were sent, absolute, T×C.</param>
    /// <param name="state">The state after them; empty when unknown.</param>
    /// <param name="before">Last command executed before them; empty when unknown.</param>
    public int Count(ReadOnlySpan<double> rows, ReadOnlySpan<double> state, ReadOnlySpan<double> before)
    {
        int most = rows.Length / _tells.Length;
        if (_declared is { } declared)
        {
            return Math.Min(declared, most);
        }

        if (state.IsEmpty || !Array.Exists(_tells, tells => tells))
        {
            return most;
        }

        double least = before.IsEmpty ? double.PositiveInfinity : Distance(before, state);
        int count = 0;
        for (int row = 0; row < most; row++)
        {
            double distance = Distance(rows.Slice(row * _tells.Length, _tells.Length), state);
            (least, count) = distance <= least ? (distance, row + 1) : (least, count);
        }

        return count;
    }

    /// <summary>True when the state is nowhere near the command: the robot was moved by somebody else, and an episode begins.</summary>
    public bool IsElsewhere(ReadOnlySpan<double> command, ReadOnlySpan<double> state) => !IsWithin(command, state, 1);

    /// <summary>Channels that tell where the robot is.</summary>
    public int Telling => _tells.Count(tells => tells);

    /// <summary>True when a command is within so many steps of the state.</summary>
    public bool IsNear(ReadOnlySpan<double> command, ReadOnlySpan<double> state, double steps) => IsWithin(command, state, steps / LagSteps);

    private bool IsWithin(ReadOnlySpan<double> command, ReadOnlySpan<double> state, double share)
    {
        for (int i = 0; i < state.Length; i++)
        {
            if (_tells[i] && Math.Abs(state[i] - command[i]) > share * _allowance[i])
            {
                return false;
            }
        }

        return true;
    }

    private double Distance(ReadOnlySpan<double> row, ReadOnlySpan<double> state)
    {
        double sum = 0;
        for (int i = 0; i < row.Length; i++)
        {
            double difference = _tells[i] ? (row[i] - state[i]) * _perUnit[i] : 0;
            sum += difference * difference;
        }

        return sum;
    }

    private static double Allowance(ChannelContract channel, double? rateHz) =>
        LagSteps * (channel.MaxStep ?? (channel.MaxVelocity / rateHz)) ?? (LagOfSpan * (channel.Max - channel.Min)) ?? double.PositiveInfinity;
}
