using Interlock.ExecSpec.Drift;

namespace Interlock.Cli.Verbs.Simulated;

/// <summary>What another key makes of a command to stand still, in words.</summary>
internal static class IdleSentence
{
    /// <summary>"an idle command would turn shoulder_pan 0.13 rad/s".</summary>
    public static string Of(SpecDrift drift) => $"an idle command would turn {drift.Null.LargestJoint} {drift.Null.RadPerS:0.00} rad/s";
}
