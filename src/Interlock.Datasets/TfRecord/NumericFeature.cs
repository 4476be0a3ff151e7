using Interlock.Core.Diagnostics;
using Interlock.Datasets.Opening;

namespace Interlock.Datasets.TfRecord;

/// <summary>Reads features that must be numbers.</summary>
internal static class NumericFeature
{
    public static List<double> Read(IReadOnlyDictionary<string, Feature> example, string name, SourcePlace place)
    {
        place = place with { Key = $"{place.Key} {name}" };
        if (!example.TryGetValue(name, out Feature feature))
        {
            throw new DiagnosticException(
                FileCode.FeatureMissing, $"The record has no feature '{name}'", place, "the first record of the dataset has it");
        }

        return feature.Kind != FeatureKind.Bytes
            ? feature.Numbers(place)
            : throw new DiagnosticException(
                FileCode.FeatureShape,
                $"'{name}' is stored as bytes, not as numbers",
                place,
                "write the dataset with unencoded float tensors");
    }
}
