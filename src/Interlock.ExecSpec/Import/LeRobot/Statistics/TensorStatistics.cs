using Interlock.Core.Diagnostics;
using Interlock.ExecSpec.Safetensors;
using Interlock.ExecSpec.Specification;

namespace Interlock.ExecSpec.Import.LeRobot.Statistics;

/// <summary>Reads the tensors of one feature into a table.</summary>
internal static class TensorStatistics
{
    private const int PerTimestepRank = 2;

    /// <summary>More than the longest chunk of the widest robot.</summary>
    private const int MostElements = 64 * 1024;

    /// <summary>The table; null, with a finding, when the tensors are no statistics of one vector.</summary>
    /// <param name="file">The file.</param>
    /// <param name="tensors">Name of the tensor of each row; at least one.</param>
    /// <param name="feature">Name for messages.</param>
    /// <param name="findings">Receives the finding.</param>
    public static FeatureStatistics? Read(SafetensorsFile file, IReadOnlyDictionary<string, string> tensors, string feature, DiagnosticCollector findings)
    {
        SourcePlace place = new(file.Name, Key: feature);
        (string Row, SafetensorInfo Info)[] rows = [.. tensors.OrderBy(row => row.Key, StringComparer.Ordinal).Select(row => (row.Key, file.Tensors[row.Value]))];
        if (Fault(rows) is { } fault)
        {
            findings.Error(LeRobotCodes.LengthDisagrees, fault, place);
            return null;
        }

        IReadOnlyList<long> shape = rows[0].Info.Shape;
        double[]? Row(string name) => tensors.TryGetValue(name, out string? tensor) ? file.ReadDoubles(tensor, MostElements) : null;
        ActionStatistics table = new()
        {
            Channels = shape.Count == 0 ? 1 : (int)shape[^1],
            Timesteps = shape.Count == PerTimestepRank ? (int)shape[0] : 1,
            Min = Row("min"),
            Max = Row("max"),
            Mean = Row("mean"),
            Std = Row("std"),
            Quantiles = [.. rows.Where(row => StatisticRow.LevelOf(row.Row) is not null).Select(row => new QuantileRow(StatisticRow.LevelOf(row.Row)!.Value, Row(row.Row)!))],
        };
        return new FeatureStatistics(table, rows.Select(row => row.Info.Dtype).FirstOrDefault(IsRounded) is var dtype && IsRounded(dtype) ? dtype : null, place);
    }

    private static string? Fault((string Row, SafetensorInfo Info)[] rows)
    {
        IReadOnlyList<long> shape = rows[0].Info.Shape;
        foreach ((string row, SafetensorInfo info) in rows)
        {
            if (!info.Shape.SequenceEqual(shape))
            {
                return $"the statistic '{row}' has the shape {Text(info.Shape)}, '{rows[0].Row}' has {Text(shape)}";
            }

            if (info.Dtype is not (SafetensorDtype.F64 or SafetensorDtype.F32 or SafetensorDtype.F16 or SafetensorDtype.BF16))
            {
                return $"the statistic '{row}' is stored as {info.Dtype}, which no library writes";
            }
        }

        return shape.Count > PerTimestepRank || rows[0].Info.ElementCount is 0 or > MostElements || (shape.Count > 0 && shape[^1] > ImportLimits.Channels)
            ? $"statistics of the shape {Text(shape)} are neither one per channel nor one per position and channel"
            : null;
    }

    private static bool IsRounded(SafetensorDtype dtype) => dtype is SafetensorDtype.F16 or SafetensorDtype.BF16;

    private static string Text(IReadOnlyList<long> shape) => $"[{string.Join(", ", shape)}]";
}
