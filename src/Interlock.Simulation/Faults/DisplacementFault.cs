using Interlock.Core.Randomness;
using Interlock.Simulation.Policies;

namespace Interlock.Simulation.Faults;

/// <summary>Faults that shift the joint targets along one random direction, by an amount that depends on time.</summary>
public abstract class DisplacementFault : PolicyFault
{
    private double[] _direction = [];

    private protected DisplacementFault(int onsetStep)
        : base(onsetStep)
    {
    }

    /// <inheritdoc />
    public override void Corrupt(ActionChunk chunk)
    {
        for (int row = chunk.FirstRowFrom(OnsetStep); row < chunk.Horizon; row++)
        {
            Shift(chunk.Row(row), DisplacementRad(chunk.FirstStep + row - OnsetStep));
        }
    }

    /// <summary>Signed size of the shift in joint space, in radians, so many steps after the onset.</summary>
    private protected abstract double DisplacementRad(int stepsSinceOnset);

    private protected void Shift(Span<double> joints, double sizeRad)
    {
        for (int joint = 0; joint < _direction.Length; joint++)
        {
            joints[joint] += sizeRad * _direction[joint];
        }
    }

    private protected override void Reset(SeededRandom random, int joints) => _direction = RandomDirection.Of(joints, random);
}
