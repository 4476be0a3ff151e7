using Interlock.Core.Diagnostics;
using Interlock.ExecSpec.Safetensors;

namespace Interlock.ExecSpec.Import.LeRobot.Statistics;

/// <summary>Statistics in a file of tensors. Names are read from the header; values only for the features that are asked for.</summary>
internal sealed class SafetensorStatistics : IDisposable
{
    /// <summary>1024 positions of 64 channels: more than any chunk has.</summary>
    private const int MostElements = 64 * 1024;

    private readonly SafetensorsFile _file;

    /// <summary>For every feature, the tensor that holds each row.</summary>
    private readonly Dictionary<string, Dictionary<string, string>> _tensors = new(StringComparer.Ordinal);

    /// <param name="file">Owned from here on.</param>
    /// <param name="nameOf">Turns the name of a tensor into feature and row; null for a tensor that is no statistic.</param>
    public SafetensorStatistics(SafetensorsFile file, Func<string, (string Feature, string Row)?> nameOf)
    {
        _file = file;
        foreach (string tensor in file.Tensors.Keys)
        {
            if (nameOf(tensor) is (string feature, string row) && StatisticRow.IsKnown(row))
            {
                _tensors.TryAdd(feature, new(StringComparer.Ordinal));
                _tensors[feature][row] = tensor;
            }
        }
    }

    /// <summary>Features in the order of their names.</summary>
    public IReadOnlyList<string> Features => [.. _tensors.Keys.Order(StringComparer.Ordinal)];

    /// <summary>Feature and row of <c>observation.state.mean</c>: what stands before and after the last dot.</summary>
    public static (string Feature, string Row)? SplitAtLastDot(string tensor) =>
        tensor.LastIndexOf('.') is > 0 and int dot ? (tensor[..dot], tensor[(dot + 1)..]) : null;

    /// <summary>The rows of a feature, or null when the file has none.</summary>
    public FeatureStatistics? Read(string feature) => _tensors.TryGetValue(feature, out Dictionary<string, string>? rows)
        ? new FeatureStatistics(
            feature,
            rows.ToDictionary(row => row.Key, row => ReadRow(row.Value), StringComparer.Ordinal),
            new SourcePlace(_file.Name, Key: feature))
        : null;

    public void Dispose() => _file.Dispose();

    private StatisticValues ReadRow(string tensor)
    {
        SafetensorInfo info = _file.Tensors[tensor];
        if (info.Dtype is not (SafetensorDtype.F64 or SafetensorDtype.F32 or SafetensorDtype.F16 or SafetensorDtype.BF16))
        {
            throw new DiagnosticException(LeRobotCodes.Malformed, $"a statistic is stored as {info.Dtype}", new SourcePlace(_file.Name, Key: tensor));
        }

        return new StatisticValues(_file.ReadDoubles(tensor, MostElements), info.Shape, info.Dtype);
    }
}
