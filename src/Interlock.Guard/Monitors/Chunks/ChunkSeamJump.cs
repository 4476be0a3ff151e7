using Interlock.Guard.Monitors.Kernels;

namespace Interlock.Guard.Monitors.Chunks;

/// <summary>
/// Size of the motion onto the first action of a new chunk, relative to the root mean square motion inside chunks so far in the
/// episode; NaN between seams, mean over seams. 1 means that a seam looks like any other step. Grippers are left out.
/// <para>The published toolkit looks at the last step of a chunk, one before the jump, and reports the opposite.</para>
/// </summary>
internal sealed class ChunkSeamJump(ChannelLanes channels) : IMonitor
{
    private RunningMean _insideSquares;
    private RunningMean _episode;
    private bool _seamPending;

    public MonitorInfo Info { get; } = new(
        "chunk_seam_jump", "", MonitorDirection.Higher, "Motion onto the first action of a chunk relative to the motion inside chunks");

    public double StepValue { get; private set; } = double.NaN;

    public double EpisodeValue => _episode.Value;

    public void Observe(MotionFrame frame)
    {
        StepValue = double.NaN;
        if (frame.MotionCount == 0 || channels.ArmCount == 0)
        {
            return;
        }

        if (frame.Facts.ChunkStart || _seamPending)
        {
            _seamPending = false;
            ObserveSeam(frame.ArmMotionSquared);
        }
        else
        {
            _insideSquares.Add(frame.ArmMotionSquared);
        }
    }

    /// <summary>A chunk that begins with a non-finite action has its seam at the first finite one.</summary>
    public void ObserveNonFinite(in StepFacts facts)
    {
        StepValue = double.NaN;
        _seamPending |= facts.ChunkStart;
    }

    public void Reset()
    {
        _seamPending = false;
        StepValue = double.NaN;
        _insideSquares.Reset();
        _episode.Reset();
    }

    private void ObserveSeam(double motionSquared)
    {
        if (_insideSquares.Count > 0)
        {
            StepValue = Math.Sqrt(motionSquared) / Math.Max(_insideSquares.Root, Rest.Norm);
            _episode.Add(StepValue);
        }
    }
}
