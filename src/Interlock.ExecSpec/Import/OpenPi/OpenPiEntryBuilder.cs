using Interlock.Core.Diagnostics;
using Interlock.ExecSpec.Import.Json;
using Interlock.ExecSpec.Import.Parts;
using Interlock.ExecSpec.Specification;

namespace Interlock.ExecSpec.Import.OpenPi;

/// <summary>Makes the specification of one asset id.</summary>
/// <param name="implied">The scheme that the stated family implies; null when nothing was stated.</param>
/// <param name="request">What the user stated.</param>
internal sealed class OpenPiEntryBuilder(NormalisationScheme? implied, ImportRequest request)
{
    private const double LowQuantile = 0.01;
    private const double HighQuantile = 0.99;

    public ImportedEntry Build(string assetId, JsonView normStats)
    {
        DiagnosticCollector findings = new();
        return new ImportedEntry(assetId, Spec(assetId, normStats, findings), findings.Items);
    }

    private ExecutableSpec? Spec(string assetId, JsonView normStats, DiagnosticCollector findings)
    {
        SourcePlace place = normStats.Place;
        ActionStatistics? statistics = Statistics(normStats, "actions", findings);
        if (statistics is null || SchemeChoice.Of(implied, request, place, findings) is not { } scheme)
        {
            return null;
        }

        int count = request.ChannelNames?.Count ?? statistics.Channels;
        IReadOnlyList<ActionChannel> channels = ControllerScaling.Apply(
            ActionChannels.Of(count, request, usualLayouts: request.Platform is not null, place, findings), request, place, findings);
        Normaliser unnormaliser = ActionLength.Fit(Normaliser(assetId, scheme, statistics), channels, place, findings);
        NormaliserCheck.Run(unnormaliser, channels, place, findings);
        OpenPiConventions.Report(channels, request, place, findings);
        return new ExecutableSpec
        {
            Name = $"openpi {assetId}",
            Policy = new PolicyIdentity { Family = request.Family, Library = "openpi" },
            Action = new ActionSpec { Channels = channels, RateHz = request.RateHz, Reference = request.Reference },
            Unnormaliser = unnormaliser,
            Observation = State(assetId, scheme, normStats, findings),
        };
    }

    private static ActionStatistics? Statistics(JsonView normStats, string part, DiagnosticCollector findings)
    {
        int before = findings.Items.Count;
        ActionStatistics? statistics = normStats.Member(part) is { } block ? StatisticsBlock.Read(block, findings) : null;
        if (statistics is null && findings.Items.Count == before && part == "actions")
        {
            findings.Error(
                ImportCode.NoStatistics, "the file has no statistics of actions: openpi would pass normalised numbers to the robot", normStats.Place);
        }

        return statistics;
    }

    private static ObservationSpec? State(string assetId, NormalisationScheme scheme, JsonView normStats, DiagnosticCollector findings)
    {
        if (Statistics(normStats, "state", findings) is not { } statistics)
        {
            findings.Warn(OpenPiCode.NoStateStatistics, "the file has no statistics of the state, so the policy sees it as it is", normStats.Place);
            return null;
        }

        Normaliser normaliser = Normaliser(assetId, scheme, statistics);
        ActionChannel[] channels = [.. Enumerable.Range(0, statistics.Channels).Select(index => new ActionChannel { Name = $"state_{index}" })];
        NormaliserCheck.Run(normaliser, channels, normStats.Place with { Key = $"{normStats.Key}.state" }, findings);
        return new ObservationSpec { State = new StateSpec { Normaliser = normaliser } };
    }

    private static Normaliser Normaliser(string assetId, NormalisationScheme scheme, ActionStatistics statistics) => new()
    {
        Key = assetId,
        Scheme = scheme,
        LowQuantile = scheme == NormalisationScheme.Quantile ? LowQuantile : null,
        HighQuantile = scheme == NormalisationScheme.Quantile ? HighQuantile : null,
        Statistics = statistics,
        Arithmetic = LibraryArithmetic.OpenPi,
    };
}
