namespace Interlock.Simulation.Faults;

/// <summary>The policy changes its mind every other step: targets on either side of the right one, to the end of the episode.</summary>
public sealed class OscillationFault : DisplacementFault
{
    private const int StepsPerSide = 2;

    private readonly double _amplitudeRad;

    /// <summary>Creates the fault.</summary>
    /// <param name="onsetStep">First wrong step.</param>
    /// <param name="amplitudeRad">Length of the swing to each side in joint space, in radians; above 0.</param>
    public OscillationFault(int onsetStep, double amplitudeRad = 0.4)
        : base(onsetStep)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(amplitudeRad);
        _amplitudeRad = amplitudeRad;
    }

    /// <inheritdoc />
    public override string Name => "oscillation";

    /// <inheritdoc />
    public override string Summary => $"targets swing by ±{_amplitudeRad:0.0} rad every {StepsPerSide} steps";

    private protected override double DisplacementRad(int stepsSinceOnset) =>
        stepsSinceOnset / StepsPerSide % 2 == 0 ? _amplitudeRad : -_amplitudeRad;
}
