using Interlock.ExecSpec.Drift;

namespace Interlock.ExecSpec.Gate.Checks;

/// <summary>
/// EX027: what the robot does when the policy asks it to stay where it is. Statistics that are only rounded can fail it: an arm that creeps
/// is not the one that was certified, whatever made it creep.
/// </summary>
internal sealed class NullMotionCheck : IGateCheck
{
    /// <summary>Largest idle translation, in mm/s; in mm where the command is a position (specification note, section 9).</summary>
    private const double MostMmPerS = 1;

    /// <summary>Largest idle rotation, in rad/s; in rad where the command is a position (specification note, section 9).</summary>
    private const double MostRadPerS = 0.01;

    public void Run(GateContext context, GateResults results)
    {
        NullMotion motion = context.Drift.Null;
        string? words = IdleWords.Of(motion);
        if (motion.Missing.HasFlag(NullMotionGaps.FiniteStatistics))
        {
            results.Fail(GateCode.NullMotion, "idle command", "nobody can tell what an idle command would do: statistics are not finite or do not fit", Tolerated, "not finite");
        }
        else if (words is null)
        {
            results.Skip(GateCode.NullMotion, "idle command", $"what an idle command would do is not known; the certificate does not state: {motion.Missing}");
        }
        else if (Exceeds(motion.MmPerS ?? motion.Mm, MostMmPerS) || Exceeds(motion.RadPerS ?? motion.Rad, MostRadPerS))
        {
            results.Fail(GateCode.NullMotion, "idle command", $"{words} more than certified; tolerated are {Tolerated}", Tolerated, words);
        }
        else
        {
            results.Pass(GateCode.NullMotion, "idle command", $"{words} more than certified", words);
        }
    }

    private static string Tolerated => $"{Fact.Of(MostMmPerS)} mm/s and {Fact.Of(MostRadPerS)} rad/s";

    /// <summary>NaN exceeds everything.</summary>
    private static bool Exceeds(double? value, double most) => value is { } number && !(number <= most);
}
