using Interlock.Core.Contract;

namespace Interlock.Runtime.Campaign.Judging;

/// <summary>
/// Judges commands by the contract's text alone; shares no code with the guard. Bounds; speed and vector speed against the last command that
/// the robot took, or the measured state where a motion begins; acceleration against the motion before, which is rest at a beginning. However
/// long nothing was sent, a command may go no further than one control period allows.
/// </summary>
internal sealed class ContractChecker
{
    /// <summary>Rounding of differences of doubles, relative to the limit.</summary>
    public const double Tolerance = 1e-9;

    private readonly SafetyContract _contract;
    private readonly int[][] _norms;
    private readonly double _rateHz;
    private readonly double[] _last;
    private readonly double[] _lastVelocity;
    private readonly double[] _velocity;

    public ContractChecker(SafetyContract contract)
    {
        _contract = contract;
        _rateHz = contract.RateHz!.Value;
        string[] names = [.. contract.Channels.Select(channel => channel.Name)];
        _norms = [.. contract.SpeedNorms.Select(norm => norm.Channels.Select(name => Array.IndexOf(names, name)).ToArray())];
        _last = new double[names.Length];
        _lastVelocity = new double[names.Length];
        _velocity = new double[names.Length];
    }

    /// <summary>Commands that were judged.</summary>
    public long Commands { get; private set; }

    /// <summary>Largest excess of any command over any limit, as a share of the limit; 0 when none broke one, infinite for what is not a number.</summary>
    public double LargestViolation { get; private set; }

    /// <summary>A motion begins where the robot was measured, at rest.</summary>
    public void Begin(ReadOnlySpan<double> measured)
    {
        measured.CopyTo(_last);
        _lastVelocity.AsSpan().Clear();
    }

    public void Observe(ReadOnlySpan<double> command)
    {
        Commands++;
        for (int i = 0; i < command.Length; i++)
        {
            _velocity[i] = (command[i] - _last[i]) * _rateHz;
            Channel(_contract.Channels[i], command[i], _velocity[i], (_velocity[i] - _lastVelocity[i]) * _rateHz);
        }

        for (int i = 0; i < _norms.Length; i++)
        {
            AtMost(Math.Sqrt(_norms[i].Sum(channel => _velocity[channel] * _velocity[channel])), _contract.SpeedNorms[i].Max);
        }

        command.CopyTo(_last);
        _velocity.CopyTo(_lastVelocity, 0);
    }

    private void Channel(ChannelContract channel, double position, double velocity, double acceleration)
    {
        double span = channel.Max!.Value - channel.Min!.Value;
        AtMost(span + position - channel.Max.Value, span);
        AtMost(span + channel.Min.Value - position, span);
        AtMost(Math.Abs(velocity), channel.MaxVelocity!.Value);
        AtMost(Math.Abs(acceleration), channel.MaxAcceleration!.Value);
    }

    private void AtMost(double value, double limit)
    {
        double excess = double.IsFinite(value) ? (value / limit) - 1 : double.PositiveInfinity;
        LargestViolation = excess > Tolerance ? Math.Max(LargestViolation, excess) : LargestViolation;
    }
}
