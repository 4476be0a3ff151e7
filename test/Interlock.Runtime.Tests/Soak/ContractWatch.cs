using Interlock.Core.Contract;
using Interlock.Runtime.Loop;

namespace Interlock.Runtime.Tests.Soak;

/// <summary>Holds every command against the contract by arithmetic of its own: finite, inside the bounds, no faster and no more sudden than allowed.</summary>
internal sealed class ContractWatch(SafetyContract contract)
{
    // Differences of positions near 1 carry errors of 1e-16; squared rates of 1 kHz leave less than this share of a limit.
    private const double Rounding = 1e-6;

    private readonly double[] _last = new double[contract.Channels.Count];
    private readonly double[] _motion = new double[contract.Channels.Count];
    private readonly double _rateHz = contract.RateHz!.Value;
    private long _episode = -1;

    public long Commands { get; private set; }

    /// <summary>The first command outside the contract in words; null while there was none.</summary>
    public string? Violation { get; private set; }

    public void Observe(in TickView tick)
    {
        if (tick.Episode != _episode)
        {
            _episode = tick.Episode;
            tick.Senses.State.Positions.CopyTo(_last, 0);
            Array.Clear(_motion);
        }

        if (tick.Command.IsEmpty)
        {
            return;
        }

        Commands++;
        for (int i = 0; i < _last.Length; i++)
        {
            Check(i, tick);
        }
    }

    private void Check(int i, in TickView tick)
    {
        ChannelContract channel = contract.Channels[i];
        double command = tick.Command[i];
        double motion = command - _last[i];
        double maxMotion = channel.MaxVelocity!.Value / _rateHz * (1 + Rounding);
        double maxChange = channel.MaxAcceleration!.Value / (_rateHz * _rateHz) * (1 + Rounding);
        bool keeps = command >= channel.Min - 1e-12 && command <= channel.Max + 1e-12
            && Math.Abs(motion) <= maxMotion && Math.Abs(motion - _motion[i]) <= maxChange + 1e-12;
        if (!keeps && Violation is null)
        {
            Violation = $"tick {tick.Tick} {channel.Name}: {command:R} after {_last[i]:R}, motion {motion:R} (limit {maxMotion:R}) after {_motion[i]:R} (change limit {maxChange:R}), {tick.Decision.State} {tick.Decision.Motion} {tick.Motion.Source} {tick.Motion.Guarded.Verdict}";
        }

        _motion[i] = motion;
        _last[i] = command;
    }
}
