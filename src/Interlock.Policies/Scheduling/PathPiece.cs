namespace Interlock.Policies.Scheduling;

/// <summary>A piece of path that ends at a row.</summary>
/// <param name="From">Where it starts, as a share of the way between the two rows, [0, 1).</param>
/// <param name="At">Where on it the wanted point is, on the same scale.</param>
internal readonly record struct PathPiece(double From, double At)
{
    /// <summary>Steepest slope, in chords, with which a cubic surely stays between its ends (Fritsch and Carlson 1980).</summary>
    private const double SteepestChords = 3;

    private double Share => (At - From) / (1 - From);

    public double Linear(double left, double right)
    {
        double share = Share;
        double value = ((1 - share) * left) + (share * right);
        return Confine(value, left, right);
    }

    /// <summary>Hermite's cubic, both slopes cut so that it stays between its ends.</summary>
    public double Cubic(double left, double right, double leftSlope, double rightSlope, out double slopeHere)
    {
        double length = 1 - From;
        double chord = (right - left) / length;
        double m0 = Cut(leftSlope, chord);
        double m1 = Cut(rightSlope, chord);
        double t = Share;
        double bend = m0 + m1 - (2 * chord);
        double lift = (3 * chord) - (2 * m0) - m1;
        slopeHere = m0 + (t * ((2 * lift) + (3 * t * bend)));
        return Confine(left + (length * t * (m0 + (t * (lift + (t * bend))))), left, right);
    }

    /// <summary>Harmonic mean of two neighbouring chords; zero where they do not agree in sign.</summary>
    public static double MonotoneSlope(double before, double after) =>
        before * after > 0 ? 2 * before * (after / (before + after)) : 0;

    private static double Cut(double slope, double chord) =>
        slope * chord > 0 ? Math.CopySign(Math.Min(Math.Abs(slope), SteepestChords * Math.Abs(chord)), chord) : 0;

    // Rounding must not carry a point beyond a row. What is not finite stays as it is.
    private static double Confine(double value, double left, double right) =>
        double.IsFinite(right) ? Math.Min(Math.Max(value, Math.Min(left, right)), Math.Max(left, right)) : right;
}
