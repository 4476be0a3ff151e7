namespace Interlock.Simulation.Faults;

/// <summary>The policy switches to another mode of its distribution: for a while its targets lie somewhere else.</summary>
public sealed class ChunkJumpFault : DisplacementFault
{
    private readonly double _sizeRad;
    private readonly int _steps;

    /// <summary>Creates the fault.</summary>
    /// <param name="onsetStep">First wrong step.</param>
    /// <param name="sizeRad">Length of the jump in joint space, in radians; above 0.</param>
    /// <param name="steps">How many steps it lasts; at least 1.</param>
    public ChunkJumpFault(int onsetStep, double sizeRad = 1.0, int steps = 16)
        : base(onsetStep)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(sizeRad);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(steps);
        _sizeRad = sizeRad;
        _steps = steps;
    }

    /// <inheritdoc />
    public override string Name => "chunk_jump";

    /// <inheritdoc />
    public override string Summary => $"joint targets jump by {_sizeRad:0.0} rad for {_steps} steps";

    private protected override double DisplacementRad(int stepsSinceOnset) => stepsSinceOnset < _steps ? _sizeRad : 0;
}
