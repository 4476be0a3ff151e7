using Interlock.Core.Contract;

namespace Interlock.Dashboard.Reports.Building;

/// <summary>What a channel's commands mean as motion, as the contract states it.</summary>
internal sealed class ChannelMotion
{
    // Of a contract without a rate, whose limits are then all stated for one step.
    private const double NoRateHz = 1;

    private readonly double _period;
    private readonly bool _isRate;
    private readonly double _motionPerCommand;
    private readonly MotionPeak? _step, _velocity, _acceleration;

    public ChannelMotion(SafetyContract contract, ChannelContract channel, double? turn)
    {
        RateHz = contract.RateHz ?? NoRateHz;
        _period = turn ?? double.NaN;
        _isRate = contract.CommandsRate(channel);
        _motionPerCommand = contract.Space == ActionSpace.JointVelocity ? 1 / RateHz : 1;
        string unit = channel.Unit.Symbol;
        _step = channel.MaxStep is { } step ? new MotionPeak("step", channel.Name, $"{unit}/step", step) : null;
        _velocity = channel.MaxVelocity is { } velocity ? new MotionPeak("velocity", channel.Name, $"{unit}/s", velocity) : null;
        _acceleration = channel.MaxAcceleration is { } acceleration ? new MotionPeak("acceleration", channel.Name, $"{unit}/s²", acceleration) : null;
    }

    public double RateHz { get; }

    /// <summary>True where the command says how far to go whatever came before.</summary>
    public bool IsRate => _isRate;

    public IEnumerable<MotionPeak> Peaks => new[] { _step, _velocity, _acceleration }.OfType<MotionPeak>();

    /// <summary>Motion of one control step, in channel units.</summary>
    public double Motion(double command, double before)
    {
        if (_isRate)
        {
            return command * _motionPerCommand;
        }

        double difference = command - before;
        return double.IsNaN(_period) ? difference : Math.IEEERemainder(difference, _period);
    }

    public void TakeMotion(double motion, long tick, double timeS)
    {
        _step?.Take(motion, tick, timeS);
        _velocity?.Take(motion * RateHz, tick, timeS);
    }

    public void TakeChange(double change, long tick, double timeS) => _acceleration?.Take(change * RateHz * RateHz, tick, timeS);

    /// <summary>Largest share of a limit that a motion is; 0 where there is none.</summary>
    public double ShareOf(double motion, ChannelContract channel) => Math.Abs(motion) * Math.Max(1 / (channel.MaxStep ?? double.PositiveInfinity), RateHz / (channel.MaxVelocity ?? double.PositiveInfinity));
}
