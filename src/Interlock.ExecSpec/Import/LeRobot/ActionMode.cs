using Interlock.Core.Diagnostics;
using Interlock.Core.Text;
using Interlock.ExecSpec.Import.Parts;
using Interlock.ExecSpec.Specification;

namespace Interlock.ExecSpec.Import.LeRobot;

/// <summary>How the numbers of a feature type are normalised, from a map of modes.</summary>
internal static class ActionMode
{
    /// <summary>The mode of <paramref name="type"/>; null, with a finding, when the map has none or one that is not known.</summary>
    public static NormalisationMode? Of(
        IReadOnlyDictionary<string, string> modes, string type, ImportRequest request, SourcePlace place, DiagnosticCollector findings)
    {
        NormalisationMode? implied = modes.TryGetValue(type, out string? word) ? NormalisationMode.Find(word) : null;
        if (SchemeChoice.Of(implied?.Scheme, request, place, findings) is { } scheme)
        {
            return scheme == implied?.Scheme ? implied : NormalisationMode.Of(scheme);
        }

        if (word is null)
        {
            findings.Error(
                LeRobotCodes.ModeAbsent,
                $"norm_map has no mode for {type}: the library lets the numbers through as they are",
                place,
                "normalised numbers would reach the robot; add the mode, or state --scheme");
        }
        else
        {
            findings.Error(LeRobotCodes.SchemeNotStated, $"the mode {Quoted.Of(word)} of {type} is not known", place, $"known are {NormalisationMode.Words}");
        }

        return null;
    }

    /// <summary>Says where the pipeline and config.json differ; the pipeline is what runs.</summary>
    public static void Compare(IReadOnlyDictionary<string, string> pipeline, PolicyConfig? config, SourcePlace place, DiagnosticCollector findings)
    {
        foreach (string type in new[] { FeatureShape.ActionType, FeatureShape.StateType })
        {
            if (pipeline.TryGetValue(type, out string? runs) && config?.Modes.TryGetValue(type, out string? says) == true && runs != says)
            {
                findings.Warn(
                    LeRobotCodes.MappingsDisagree,
                    $"norm_map has {Quoted.Of(runs)} for {type}, config.json has {Quoted.Of(says)}; the pipeline's is used",
                    place,
                    "a library that rebuilds the pipeline from config.json would decode with the other");
            }
        }
    }

    public static Normaliser Normaliser(string key, NormalisationMode mode, ActionStatistics? statistics, NormaliserArithmetic arithmetic) => new()
    {
        Key = key,
        Scheme = mode.Scheme,
        LowQuantile = mode.Low,
        HighQuantile = mode.High,
        Statistics = statistics,
        Arithmetic = mode.Scheme == NormalisationScheme.Identity ? LibraryArithmetic.Plain : arithmetic,
    };
}
