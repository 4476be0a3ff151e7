using Interlock.Core.Diagnostics;
using Interlock.Core.Units;

namespace Interlock.Datasets.LeRobot.Channels;

/// <summary>
/// Whether the numbers of an SO-100 or SO-101 arm are hundredths of its range. Its driver writes joints either so (−100 to 100)
/// or in degrees, under the same names; only a joint clamped at exactly ±100, with none beyond, tells them apart. The gripper is 0 to 100 either way.
/// Names that start with <c>main_</c> are of the older driver, in degrees with another zero, and lack the suffix asked for here.
/// </summary>
internal sealed class SoArmEvidence
{
    private const double RangeEnd = 100;
    private const string PositionSuffix = ".pos";
    private const string GripperSuffix = "gripper.pos";

    private static readonly string[] RobotTypes = ["so100", "so101"];

    private readonly bool _isSoArm;
    private readonly bool _isNormalised;

    private SoArmEvidence(bool isSoArm, bool isNormalised) => (_isSoArm, _isNormalised) = (isSoArm, isNormalised);

    /// <summary>Looks for the evidence in the recorded extremes of <c>meta/stats.json</c>.</summary>
    public static SoArmEvidence Find(string folder, string? robotType, params Vector?[] vectors)
    {
        bool isSoArm = robotType is not null && RobotTypes.Any(type => robotType.Contains(type, StringComparison.OrdinalIgnoreCase));
        if (!isSoArm)
        {
            return new SoArmEvidence(false, false);
        }

        List<double> ends = JointExtremes(folder, vectors);
        bool inRange = ends.Count > 0 && ends.TrueForAll(end => Math.Abs(end) <= RangeEnd);
        return new SoArmEvidence(true, inRange && ends.Exists(end => Math.Abs(end) == RangeEnd));
    }

    public ChannelUnit? UnitOf(string name)
    {
        if (!_isSoArm || !name.EndsWith(PositionSuffix, StringComparison.Ordinal))
        {
            return null;
        }

        return _isNormalised || name.EndsWith(GripperSuffix, StringComparison.Ordinal) ? ChannelUnit.Percent : null;
    }

    private static List<double> JointExtremes(string folder, Vector?[] vectors)
    {
        try
        {
            return [.. vectors.OfType<Vector>().SelectMany(vector => JointExtremes(folder, vector))];
        }
        catch (DiagnosticException)
        {
            // Statistics are optional evidence: without them the unit stays undeclared. The inspection says what is wrong with them.
            return [];
        }
    }

    private static IEnumerable<double> JointExtremes(string folder, Vector vector)
    {
        VectorStatistics? published = VectorStatistics.Read(folder, vector);
        return new[] { published?.Min, published?.Max }.OfType<double[]>()
            .SelectMany(ends => ends.Where((_, channel) => IsJoint(vector.Names[channel])));
    }

    private static bool IsJoint(string name) =>
        name.EndsWith(PositionSuffix, StringComparison.Ordinal) && !name.EndsWith(GripperSuffix, StringComparison.Ordinal);
}
