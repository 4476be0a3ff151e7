using Interlock.Guard.Calibration.Models;
using Interlock.Guard.Monitors.Kernels;
using Interlock.Guard.Monitors.Kinematic;

namespace Interlock.Guard.Monitors;

/// <summary>
/// The monitors that say something about any stream of commands, the policy's or the executed one. Called directly, not
/// through the interface.
/// </summary>
internal sealed class MotionMonitors(ChannelLanes channels, MonitorModels? models)
{
    private readonly ReversalRate _reversalRate = new(channels, models);
    private readonly JerkRms _jerkRms = new(channels);
    private readonly MomentumCoherence _momentumCoherence = new(channels);
    private readonly Stall _stall = new(channels, models);
    private readonly TotalVariationRate _totalVariationRate = new();

    public IMonitor[] All => [_reversalRate, _jerkRms, _momentumCoherence, _stall, _totalVariationRate];

    public void Observe(MotionFrame frame)
    {
        _reversalRate.Observe(frame);
        _jerkRms.Observe(frame);
        _momentumCoherence.Observe(frame);
        _stall.Observe(frame);
        _totalVariationRate.Observe(frame);
    }
}
