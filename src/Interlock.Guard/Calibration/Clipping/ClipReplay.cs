using Interlock.Core.Contract;
using Interlock.Core.Episodes;
using Interlock.Guard.Channels;
using Interlock.Guard.Limits;

namespace Interlock.Guard.Calibration.Clipping;

/// <summary>
/// Runs a recorded episode through the limits of a contract as a guard in mode clip does: without monitors and without measured
/// states, so that the first command is bounded and not limited in speed. A calibrated contract has no watchdog, contact or escalation.
/// </summary>
internal sealed class ClipReplay
{
    private readonly LimitFilter _filter;
    private readonly ReferenceState _reference;
    private readonly ChunkOrigin _origin;

    public ClipReplay(SafetyContract contract)
    {
        ChannelLayout layout = new(contract);
        _filter = new LimitFilter(contract, layout);
        _reference = new ReferenceState(layout.Count);
        _origin = new ChunkOrigin(contract);
    }

    /// <summary>Steps of the episode that the guard changes.</summary>
    public long Changed(Episode episode)
    {
        _reference.Forget();
        long changed = 0;
        for (int t = 0; t < episode.Length; t++)
        {
            ReadOnlySpan<double> action = _origin.ToAbsolute(episode.Action(t));
            if (!_filter.Apply(_reference, action))
            {
                // The guard would latch a stop here.
                return changed + episode.Length - t;
            }

            changed += _filter.PassedAtOnce || action.SequenceEqual(_filter.Command) ? 0 : 1;
            _filter.Commit(_reference);
        }

        return changed;
    }
}
