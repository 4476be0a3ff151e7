namespace Interlock.Simulation.Faults;

/// <summary>
/// The policy's idea of where the joints are creeps away, slowly enough for every single step to look normal: a bumped camera,
/// a slipping calibration. It believes that it follows its plan, so it does not correct the error.
/// </summary>
public sealed class SlowDriftFault : DisplacementFault
{
    private readonly double _radPerStep;

    /// <summary>Creates the fault.</summary>
    /// <param name="onsetStep">First wrong step.</param>
    /// <param name="radPerStep">Growth of the error in joint space, in radians per control step; above 0.</param>
    public SlowDriftFault(int onsetStep, double radPerStep = 0.006)
        : base(onsetStep)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(radPerStep);
        _radPerStep = radPerStep;
    }

    /// <inheritdoc />
    public override string Name => "slow_drift";

    /// <inheritdoc />
    public override string Summary => $"targets creep away by {_radPerStep * 1000:0} mrad per step";

    /// <inheritdoc />
    public override void DistortObservation(int step, Span<double> measured)
    {
        if (step > OnsetStep)
        {
            Shift(measured, -DisplacementRad(step - 1 - OnsetStep));
        }
    }

    private protected override double DisplacementRad(int stepsSinceOnset) => (stepsSinceOnset + 1) * _radPerStep;
}
