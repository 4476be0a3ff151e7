using Interlock.Core.Diagnostics;
using Interlock.ExecSpec.Import.Sources;
using Interlock.ExecSpec.Safetensors;

namespace Interlock.ExecSpec.Import.LeRobot.Statistics;

/// <summary>State of a normalising step: tensors <c>feature.row</c>, split at the last dot. Only what is asked for is read.</summary>
internal sealed class StateFile : IDisposable
{
    private readonly SafetensorsFile _file;

    /// <summary>For every feature, the tensor that holds each row.</summary>
    private readonly Dictionary<string, Dictionary<string, string>> _tensors = new(StringComparer.Ordinal);

    private StateFile(SafetensorsFile file)
    {
        _file = file;
        foreach (string tensor in file.Tensors.Keys)
        {
            int dot = tensor.LastIndexOf('.');
            if (dot > 0 && StatisticRow.IsKnown(tensor[(dot + 1)..]))
            {
                _tensors.TryAdd(tensor[..dot], new(StringComparer.Ordinal));
                _tensors[tensor[..dot]][tensor[(dot + 1)..]] = tensor;
            }
        }
    }

    public string Name => _file.Name;

    /// <summary>Features in the order of their names.</summary>
    public IReadOnlyList<string> Features => [.. _tensors.Keys.Order(StringComparer.Ordinal)];

    public static StateFile Open(ImportSource source, string relative)
    {
        SafetensorsFile file = SafetensorsFile.Open(source.FullPathOf(relative), source.PlaceOf(relative));
        source.MarkRead(relative);
        return new StateFile(file);
    }

    public bool Has(string feature) => _tensors.ContainsKey(feature);

    /// <summary>The statistics of a feature; null when there are none, or, with a finding, when they are unusable.</summary>
    public FeatureStatistics? Read(string feature, DiagnosticCollector findings) =>
        _tensors.TryGetValue(feature, out Dictionary<string, string>? rows) ? TensorStatistics.Read(_file, rows, feature, findings) : null;

    public void Dispose() => _file.Dispose();
}
