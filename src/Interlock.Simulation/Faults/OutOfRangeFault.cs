using Interlock.Core.Randomness;
using Interlock.Simulation.Policies;

namespace Interlock.Simulation.Faults;

/// <summary>One joint is sent far beyond its range for a while.</summary>
public sealed class OutOfRangeFault : PolicyFault
{
    private readonly double _excessRad;
    private readonly int _steps;
    private double _signedExcessRad;
    private int _joint;

    /// <summary>Creates the fault.</summary>
    /// <param name="onsetStep">First wrong step.</param>
    /// <param name="excessRad">Added to the target of one joint, in radians; larger than any joint's range by default.</param>
    /// <param name="steps">How many steps it lasts.</param>
    public OutOfRangeFault(int onsetStep, double excessRad = 8.0, int steps = 24)
        : base(onsetStep)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(excessRad);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(steps);
        _excessRad = excessRad;
        _steps = steps;
    }

    /// <inheritdoc />
    public override string Name => "out_of_range";

    /// <inheritdoc />
    public override string Summary => $"one joint target {_excessRad:0.0} rad off for {_steps} steps";

    /// <inheritdoc />
    public override void Corrupt(ActionChunk chunk)
    {
        int end = chunk.FirstRowFrom(OnsetStep + _steps);
        for (int row = chunk.FirstRowFrom(OnsetStep); row < end; row++)
        {
            chunk.Row(row)[_joint] += _signedExcessRad;
        }
    }

    private protected override void Reset(SeededRandom random, int joints)
    {
        _joint = random.NextInt(joints);
        _signedExcessRad = random.NextInt(2) == 0 ? _excessRad : -_excessRad;
    }
}
