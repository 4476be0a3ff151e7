using System.Runtime.InteropServices;
using Interlock.Guard;

namespace Interlock.Native.Border;

/// <summary><c>il_result</c>: the outcome of one step.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct StepResultData
{
    public long Step;
    public int Verdict;
    public int HasCommand;
    public int IsEnforced;
    public int IsLatched;
    public int InterventionCount;
    public int AlarmCount;
    public double ClipFraction;

    public static StepResultData Of(in StepResult result) => new()
    {
        Step = result.Step,
        Verdict = (int)result.Verdict,
        HasCommand = result.HasCommand ? 1 : 0,
        IsEnforced = result.IsEnforced ? 1 : 0,
        IsLatched = result.IsLatched ? 1 : 0,
        InterventionCount = result.InterventionCount,
        AlarmCount = result.AlarmCount,
        ClipFraction = result.ClipFraction,
    };
}
