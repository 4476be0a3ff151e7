using Interlock.Guard.Monitors.Kernels;

namespace Interlock.Guard.Monitors.Kinematic;

/// <summary>
/// Share of the motion's energy below a quarter of the band, from windows of 32 actions of which a new one ends every 16 steps;
/// the step value is that of the newest window, the episode value the mean over windows. In each window the mean is removed and
/// a Hann window applied: ρ = Σ_j Σ_{k&lt;4} |X_{j,k}|² / Σ_j Σ_{k≤16} |X_{j,k}|². Jitter lowers it, so lower is worse.
/// Grippers are left out;
/// a window without energy gives NaN.
/// <para>Source: spectral energy ratio of the published toolkit, in which the mean swamps everything else; half-overlapping
/// windows after Welch (1967).</para>
/// </summary>
internal sealed class SpectralEnergyRatio : IMonitor
{
    private const int Hop = SpectralWindow.Length / 2;

    private readonly SpectralWindow _even;
    private readonly SpectralWindow _odd;
    private readonly bool _hasArm;
    private RunningMean _episode;

    public SpectralEnergyRatio(ChannelLanes channels)
    {
        _even = new SpectralWindow(channels, delay: 0);
        _odd = new SpectralWindow(channels, delay: Hop);
        _hasArm = channels.ArmCount > 0;
    }

    public MonitorInfo Info { get; } = new(
        "spectral_energy_ratio", "", MonitorDirection.Lower, "Share of the motion's energy below a quarter of the band");

    public double StepValue { get; private set; } = double.NaN;

    public double EpisodeValue => _episode.Value;

    public void Observe(MotionFrame frame)
    {
        if (_hasArm)
        {
            Record(_even, frame);
            Record(_odd, frame);
        }
    }

    public void Reset()
    {
        StepValue = double.NaN;
        _episode.Reset();
        _even.Reset();
        _odd.Reset();
    }

    private void Record(SpectralWindow window, MotionFrame frame)
    {
        if (!window.Add(frame.UnwrappedLanes))
        {
            return;
        }

        StepValue = window.LowBandShare;
        if (!double.IsNaN(StepValue))
        {
            _episode.Add(StepValue);
        }
    }
}
