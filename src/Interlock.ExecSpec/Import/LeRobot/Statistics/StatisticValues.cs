using Interlock.ExecSpec.Safetensors;

namespace Interlock.ExecSpec.Import.LeRobot.Statistics;

/// <summary>One row of statistics as it was stored.</summary>
/// <param name="Values">Row-major.</param>
/// <param name="Shape">[D], or [T, D] where every position in the chunk has its own.</param>
/// <param name="Dtype">Element type of a tensor; null for text.</param>
internal sealed record StatisticValues(double[] Values, IReadOnlyList<long> Shape, SafetensorDtype? Dtype = null)
{
    public bool IsRounded => Dtype is SafetensorDtype.F16 or SafetensorDtype.BF16;

    public string ShapeText => $"[{string.Join(", ", Shape)}]";
}
