namespace Interlock.Simulation.PickAndPlace;

/// <summary>How far the measured arm is from where the plan expects it, and how the policy leads it back.</summary>
internal sealed class Deviation(int joints)
{
    /// <summary>Below this, tracking error and noise; nothing is done about it.</summary>
    private const double NegligibleRad = 0.06;

    /// <summary>From here on the arm is not where the plan is, and the plan waits.</summary>
    private const double LostRad = 0.12;

    /// <summary>Speed of the way back.</summary>
    private const double ReturnRadPerS = 0.8;

    private readonly double[] _rad = new double[joints];
    private double _largestRad;

    public bool IsLost => _largestRad >= LostRad;

    public void Measure(ReadOnlySpan<double> expected, ReadOnlySpan<double> measured)
    {
        _largestRad = 0;
        for (int joint = 0; joint < _rad.Length; joint++)
        {
            _rad[joint] = expected[joint] - measured[joint];
            _largestRad = Math.Max(_largestRad, Math.Abs(_rad[joint]));
        }
    }

    /// <summary>Moves a planned action towards the measured arm by what is left of the deviation after <paramref name="timeS"/>.</summary>
    public void ApplyTo(Span<double> action, double timeS)
    {
        double weight = Math.Clamp((_largestRad - NegligibleRad) / (LostRad - NegligibleRad), 0, 1);
        double left = _largestRad > 0 ? Math.Max(0, 1 - (ReturnRadPerS * timeS / _largestRad)) : 0;
        for (int joint = 0; joint < _rad.Length; joint++)
        {
            action[joint] -= weight * left * _rad[joint];
        }
    }
}
