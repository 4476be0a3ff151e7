using Interlock.Core.Diagnostics;
using Interlock.ExecSpec.Import.LeRobot.Statistics;
using Interlock.ExecSpec.Safetensors;

namespace Interlock.ExecSpec.Import.LegacyLeRobot;

/// <summary>The statistics among the weights of a checkpoint. Of the weights themselves only the names are looked at.</summary>
internal sealed class WeightStatistics
{
    /// <summary>The module that decodes.</summary>
    public const string Outputs = "unnormalize_outputs";

    /// <summary>The module that normalises actions in training.</summary>
    public const string Targets = "normalize_targets";

    /// <summary>The module that normalises observations.</summary>
    public const string Inputs = "normalize_inputs";

    private readonly SafetensorsFile _file;
    private readonly ILookup<(string Module, string Dataset, string Feature), (string Row, string Tensor)> _buffers;

    public WeightStatistics(SafetensorsFile file)
    {
        _file = file;
        _buffers = file.Tensors.Keys
            .Select(tensor => (Tensor: tensor, Name: BufferName.Parse(tensor)))
            .Where(buffer => buffer.Name is not null)
            .ToLookup(buffer => (buffer.Name!.Module, buffer.Name.Dataset, buffer.Name.Feature), buffer => (buffer.Name!.Row, buffer.Tensor));
    }

    public string FileName => _file.Name;

    /// <summary>Datasets that have a buffer of <paramref name="feature"/>; the empty name for the one that needs none.</summary>
    public IReadOnlyList<string> DatasetsOf(string feature) =>
        [.. _buffers.Where(buffer => buffer.Key.Feature == feature).Select(buffer => buffer.Key.Dataset).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>Every feature that has a buffer, with <c>_</c> for every dot.</summary>
    public IReadOnlyList<string> Features => [.. _buffers.Select(buffer => buffer.Key.Feature).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>The buffer of a feature in a module; buffers without a module count for every module. Null when there is none.</summary>
    public FeatureStatistics? Read(string module, string dataset, string feature, DiagnosticCollector findings)
    {
        Dictionary<string, string> rows = new(StringComparer.Ordinal);
        foreach ((string row, string tensor) in _buffers[(module, dataset, feature)].Concat(_buffers[("", dataset, feature)]))
        {
            rows.TryAdd(row, tensor);
        }

        return rows.Count == 0 ? null : TensorStatistics.Read(_file, rows, $"{module}.{(dataset.Length == 0 ? "" : $"{dataset}_")}buffer_{feature}", findings);
    }
}
