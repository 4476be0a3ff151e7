using Interlock.Core.Randomness;
using Interlock.Simulation.Policies;

namespace Interlock.Simulation.Faults;

/// <summary>The policy answers the same action over and over, with fresh time stamps: a dead camera, a stuck decoder.</summary>
public sealed class FreezeFault : PolicyFault
{
    private double[]? _lastGood;

    /// <summary>Creates the fault.</summary>
    /// <param name="onsetStep">First wrong step.</param>
    public FreezeFault(int onsetStep)
        : base(onsetStep)
    {
    }

    /// <inheritdoc />
    public override string Name => "freeze";

    /// <inheritdoc />
    public override string Summary => "the same action to the end of the episode";

    /// <inheritdoc />
    public override void Corrupt(ActionChunk chunk)
    {
        int first = chunk.FirstRowFrom(OnsetStep);
        if (chunk.FirstStep < OnsetStep || _lastGood is null)
        {
            _lastGood = chunk.Row(Math.Max(0, first - 1)).ToArray();
        }

        for (int row = first; row < chunk.Horizon; row++)
        {
            _lastGood.CopyTo(chunk.Row(row));
        }
    }

    private protected override void Reset(SeededRandom random, int joints) => _lastGood = null;
}
