using Interlock.Core.Diagnostics;

namespace Interlock.Datasets.TfRecord;

/// <summary>Counts the steps of an episode by a feature that has one number per step.</summary>
internal static class StepCount
{
    private static readonly string[] Scalars =
        ["steps/is_first", "steps/is_last", "steps/is_terminal", "steps/reward", "steps/discount", "is_first", "is_last", "reward"];

    /// <summary>Null when the record has no such feature.</summary>
    public static int? Of(IReadOnlyDictionary<string, Feature> example, SourcePlace place)
    {
        foreach (string name in Scalars)
        {
            if (example.TryGetValue(name, out Feature feature) && feature.Kind is FeatureKind.Floats or FeatureKind.Integers)
            {
                return feature.Numbers(place).Count;
            }
        }

        return null;
    }
}
