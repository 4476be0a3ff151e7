using Interlock.Core.Diagnostics;
using Interlock.Core.Text;
using Interlock.ExecSpec.Import.LeRobot;
using Interlock.ExecSpec.Import.LeRobot.Statistics;
using Interlock.ExecSpec.Specification;

namespace Interlock.ExecSpec.Import.LegacyLeRobot;

/// <summary>One entry per dataset whose statistics lie among the weights.</summary>
internal sealed class LegacyEntries(
    WeightStatistics weights, IReadOnlyDictionary<string, string> modes, LeRobotContext context, DiagnosticCollector findings)
{
    private static readonly string ActionBuffer = BufferOf(FeatureShape.ActionKey);

    public IReadOnlyList<ImportedEntry> Read()
    {
        ReportUnmatched();
        IReadOnlyList<string> datasets = weights.DatasetsOf(ActionBuffer);
        if (ActionMode.Of(modes, FeatureShape.ActionType, context.Request, context.Place, findings) is not { } mode)
        {
            return [];
        }

        if (mode.Scheme == NormalisationScheme.Identity)
        {
            return [Entry("", mode, null, new DiagnosticCollector())];
        }

        if (datasets.Count == 0)
        {
            findings.Error(
                LeRobotCodes.Inert,
                $"{mode.Word} needs statistics of the action, and the weights have none ({WeightStatistics.Outputs}.buffer_{ActionBuffer}.…)",
                SourcePlace.OfFile(weights.FileName),
                "a runtime that goes on would pass normalised numbers to the robot; was the checkpoint migrated and its pipelines left behind?");
            return [];
        }

        return [.. datasets.Take(ImportLimits.Entries).Select(dataset => Read(dataset, mode))];
    }

    private static string BufferOf(string feature) => feature.Replace('.', '_');

    private ImportedEntry Read(string dataset, NormalisationMode mode)
    {
        DiagnosticCollector own = new();
        FeatureStatistics? outputs = weights.Read(WeightStatistics.Outputs, dataset, ActionBuffer, own);
        FeatureStatistics? targets = weights.Read(WeightStatistics.Targets, dataset, ActionBuffer, own);
        if (outputs is null)
        {
            own.Error(
                LeRobotCodes.Inert,
                $"there are statistics of the action, but none in {WeightStatistics.Outputs}, the module that decodes",
                SourcePlace.OfFile(weights.FileName));
            return new ImportedEntry(KeyOf(dataset), null, own.Items);
        }

        if (targets is not null)
        {
            StatisticsComparison.Report(outputs, targets, $"{WeightStatistics.Outputs} and {WeightStatistics.Targets}", DiagnosticSeverity.Error, own);
        }

        return Entry(dataset, mode, outputs, own);
    }

    private ImportedEntry Entry(string dataset, NormalisationMode mode, FeatureStatistics? statistics, DiagnosticCollector own)
    {
        Normaliser normaliser = ActionMode.Normaliser(KeyOf(dataset), mode, statistics?.Table, ArithmeticOf(mode.Scheme));
        return new ImportedEntry(KeyOf(dataset), LeRobotSpecBuilder.Build(context, normaliser, statistics, StateOf(dataset, own), own), own.Items);
    }

    private Normaliser? StateOf(string dataset, DiagnosticCollector own)
    {
        NormalisationMode? mode = modes.TryGetValue(FeatureShape.StateType, out string? word) ? NormalisationMode.Find(word) : null;
        return mode is not null
            && mode.Scheme != NormalisationScheme.Identity
            && weights.Read(WeightStatistics.Inputs, dataset, BufferOf(FeatureShape.StateKey), own) is { } statistics
                ? ActionMode.Normaliser(FeatureShape.StateKey, mode, statistics.Table, ArithmeticOf(mode.Scheme))
                : null;
    }

    /// <summary>Underscores stand for dots, and names have both, so a buffer is matched with the names that config.json has.</summary>
    private void ReportUnmatched()
    {
        PolicyConfig config = context.Config!;
        HashSet<string> known = [.. config.Inputs.Keys.Concat(config.Outputs.Keys).Append(FeatureShape.ActionKey).Append(FeatureShape.StateKey).Select(BufferOf)];
        bool hasNames = config.Inputs.Count + config.Outputs.Count > 0;
        string[] lost = hasNames ? [.. weights.Features.Where(feature => !known.Contains(feature))] : [];
        if (lost.Length > 0)
        {
            findings.Warn(
                LeRobotCodes.PrefixedKeys,
                $"statistics of {string.Join(", ", lost.Take(4).Select(Quoted.Of))} belong to no feature of config.json",
                SourcePlace.OfFile(weights.FileName));
        }
    }

    private static NormaliserArithmetic ArithmeticOf(NormalisationScheme scheme) =>
        scheme is NormalisationScheme.Quantile ? LibraryArithmetic.LeRobot(scheme) : LibraryArithmetic.LegacyLeRobot;

    private static string KeyOf(string dataset) => dataset.Length == 0 ? FeatureShape.ActionKey : dataset;
}
