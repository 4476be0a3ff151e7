using Interlock.Core.Randomness;
using Interlock.Simulation.Policies;

namespace Interlock.Simulation.Faults;

/// <summary>
/// The policy hangs and the client keeps executing the last chunk it has, from its beginning, again and again; the
/// age of the observation behind it grows.
/// </summary>
public sealed class StaleFault : PolicyFault
{
    private ActionChunk? _last;

    /// <summary>Creates the fault.</summary>
    /// <param name="onsetStep">From this step on no new chunk arrives.</param>
    public StaleFault(int onsetStep)
        : base(onsetStep)
    {
    }

    /// <inheritdoc />
    public override string Name => "stale";

    /// <inheritdoc />
    public override string Summary => "no new answer: the last chunk is repeated";

    /// <inheritdoc />
    public override void Corrupt(ActionChunk chunk)
    {
        if (chunk.FirstStep < OnsetStep || _last is null)
        {
            _last = Copy(chunk);
            return;
        }

        chunk.CopyActionsFrom(_last);
        chunk.ObservedAtStep = _last.ObservedAtStep;
    }

    private protected override void Reset(SeededRandom random, int joints) => _last = null;

    private static ActionChunk Copy(ActionChunk chunk)
    {
        ActionChunk copy = new(chunk.Horizon, chunk.Dimension) { FirstStep = chunk.FirstStep, ObservedAtStep = chunk.ObservedAtStep };
        copy.CopyActionsFrom(chunk);
        return copy;
    }
}
