using Interlock.ExecSpec.Drift;

namespace Interlock.ExecSpec.Gate.Checks;

/// <summary>EX027: what the robot does when the policy asks it to stay where it is.</summary>
internal sealed class NullMotionCheck : IGateCheck
{
    /// <summary>Largest idle translation, in mm/s; in mm where the command is a position (specification note, section 9).</summary>
    private const double MostMmPerS = 1;

    /// <summary>Largest idle rotation, in rad/s; in rad where the command is a position (specification note, section 9).</summary>
    private const double MostRadPerS = 0.01;

    public void Run(GateContext context, GateResults results)
    {
        NullMotion motion = context.Drift.Null;
        double? translation = motion.MmPerS ?? motion.Mm;
        double? rotation = motion.RadPerS ?? motion.Rad;
        if (IdleWords.Of(motion) is not { } words)
        {
            results.Skip(GateCode.NullMotion, "idle command", "its physical size is not certified: scale, unit or rate is missing");
        }
        else if (Exceeds(translation, MostMmPerS) || Exceeds(rotation, MostRadPerS))
        {
            results.Fail(
                GateCode.NullMotion, "idle command", $"{words} more than certified; tolerated are {MostMmPerS} mm/s and {MostRadPerS} rad/s",
                $"at most {MostMmPerS} mm/s, {MostRadPerS} rad/s", $"{Fact.Of(translation) ?? "-"} mm/s, {Fact.Of(rotation) ?? "-"} rad/s");
        }
        else
        {
            results.Pass(GateCode.NullMotion, "idle command", $"{words} more than certified");
        }
    }

    /// <summary>NaN exceeds everything.</summary>
    private static bool Exceeds(double? value, double most) => value is { } number && !(number <= most);
}
