using Interlock.Core.Diagnostics;
using Interlock.ExecSpec.Import.Json;
using Interlock.ExecSpec.Import.Parts;
using Interlock.ExecSpec.Specification;

namespace Interlock.ExecSpec.Import.OpenVla;

/// <summary>Makes the specification of one entry.</summary>
internal sealed class OpenVlaEntryBuilder(OpenVlaDialect dialect, ImportRequest request)
{
    public ImportedEntry Build(OpenVlaEntry entry)
    {
        DiagnosticCollector findings = new();
        return new ImportedEntry(entry.Key, Spec(entry, findings), findings.Items);
    }

    private ExecutableSpec? Spec(OpenVlaEntry entry, DiagnosticCollector findings)
    {
        SourcePlace place = entry.Value.Place;
        if (Unnormaliser(entry, findings) is not { Statistics: { } statistics } unnormaliser)
        {
            return null;
        }

        IReadOnlyList<ActionChannel> channels = ControllerScaling.Apply(
            ActionChannels.Of(statistics.Channels, request, usualLayouts: true, place, findings), request, place, findings);
        StateSpec? state = OpenVlaState.Read(entry, unnormaliser, dialect, findings);
        NormaliserCheck.Run(unnormaliser, channels, place, findings);
        MaskCheck.Run(unnormaliser, channels, place, findings);
        PlatformCheck.Run(dialect.Platform, statistics.Channels, state, place, findings);
        return new ExecutableSpec
        {
            Name = $"{dialect.Library} {entry.Key}",
            Policy = new PolicyIdentity { Family = dialect.Family, Library = dialect.Library },
            Action = OpenVlaConventions.Action(channels, dialect.Platform?.Chunk, request, place, findings),
            Unnormaliser = unnormaliser,
            Gripper = OpenVlaConventions.Gripper(channels, request.Platform, place, findings),
            Controller = request.Platform == ImportPlatform.Libero ? new ControllerSpec { Kind = ControllerKind.OscPose } : null,
            Observation = OpenVlaConventions.Observation(request.Platform, state, place, findings),
        };
    }

    private Normaliser? Unnormaliser(OpenVlaEntry entry, DiagnosticCollector findings)
    {
        SourcePlace place = entry.Value.Place;
        JsonView? block = entry.Value.Member("action");
        int before = findings.Items.Count;
        ActionStatistics? statistics = block is { } found ? StatisticsBlock.Read(found, findings) : null;
        if (statistics is null && findings.Items.Count == before)
        {
            findings.Error(ImportCode.NoStatistics, "the entry has no action statistics", place, "select another key, or take the file of the run that trained the checkpoint");
        }

        if (statistics is null || SchemeChoice.Of(dialect.Scheme, request, place, findings) is not { } scheme)
        {
            return null;
        }

        return new Normaliser
        {
            Key = entry.Key,
            Scheme = scheme,
            LowQuantile = scheme == NormalisationScheme.Quantile ? OpenVlaConventions.LowQuantile : null,
            HighQuantile = scheme == NormalisationScheme.Quantile ? OpenVlaConventions.HighQuantile : null,
            Mask = block?.Member("mask") is { } mask ? JsonNumbers.Truths(mask, findings) : null,
            Statistics = statistics,
            Arithmetic = dialect.Arithmetic,
        };
    }
}
