using Interlock.Core.Diagnostics;
using Interlock.Core.Text;
using Interlock.ExecSpec.Import.LeRobot;
using Interlock.ExecSpec.Import.Parts;
using Interlock.ExecSpec.Specification;

namespace Interlock.ExecSpec.Import.Groot;

/// <summary>The unnormaliser of an embodiment. Its scheme stands in a Python data configuration, group by group; smallest and largest is usual.</summary>
internal static class GrootNormaliser
{
    private const double ClipAtOne = 1;

    public static Normaliser Of(
        string key, IReadOnlyList<ActionGroup> groups, bool clipsOutput, ImportRequest request, SourcePlace place, DiagnosticCollector findings)
    {
        NormalisationMode mode = NormalisationMode.Of(Scheme(request, place, findings));
        bool isRange = mode.Scheme is NormalisationScheme.MinMax or NormalisationScheme.Quantile;
        return new Normaliser
        {
            Key = key,
            Scheme = mode.Scheme,
            LowQuantile = mode.Low,
            HighQuantile = mode.High,
            Mask = Mask(groups, place, findings),
            Statistics = GroupJoin.Of(groups),
            Arithmetic = LibraryArithmetic.Groot with
            {
                ForwardClip = mode.Scheme == NormalisationScheme.Quantile ? ClipAtOne : null,
                InverseClip = clipsOutput && isRange ? ClipAtOne : null,
            },
        };
    }

    /// <summary>Warns where the recorded extremes leave the range that modality.json states.</summary>
    public static void CheckRanges(IReadOnlyList<ActionGroup> groups, SourcePlace place, DiagnosticCollector findings)
    {
        foreach (ActionGroup group in groups)
        {
            if (group.Traits.Range is var (low, high)
                && (group.Statistics.Min?.Any(value => value < low) == true || group.Statistics.Max?.Any(value => value > high) == true))
            {
                findings.Warn(
                    GrootCode.OutsideRange,
                    $"statistics of the group {Quoted.Of(group.Name)} leave its range, {ShortNumber.Of(low)} to {ShortNumber.Of(high)}",
                    place,
                    "is it another unit?");
            }
        }
    }

    private static NormalisationScheme Scheme(ImportRequest request, SourcePlace place, DiagnosticCollector findings)
    {
        if (request.Scheme is null)
        {
            findings.Warn(
                GrootCode.SchemeAssumed,
                "the scheme of each group stands in the data configuration and in no file; min_max is assumed for all",
                place,
                "state --scheme (min_max, quantile for q99, mean_std) if it is another");
            return NormalisationScheme.MinMax;
        }

        return SchemeChoice.Of(null, request, place, findings)!.Value;
    }

    private static bool[]? Mask(IReadOnlyList<ActionGroup> groups, SourcePlace place, DiagnosticCollector findings)
    {
        ActionGroup[] discrete = [.. groups.Where(group => group.Traits.IsContinuous == false)];
        foreach (ActionGroup group in discrete)
        {
            findings.Warn(
                GrootCode.NotContinuous,
                $"the group {Quoted.Of(group.Name)} is not continuous: the library makes 1 of what is above 0.5 and 0 of the rest, and does not unnormalise it",
                place,
                "it passes unchanged here; state the decision as the gripper's threshold");
        }

        return discrete.Length == 0 ? null : [.. groups.SelectMany(group => Enumerable.Repeat(group.Traits.IsContinuous != false, group.Length))];
    }
}
