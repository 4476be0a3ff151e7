using Interlock.Core.Diagnostics;
using Interlock.ExecSpec.Import.Json;
using Interlock.ExecSpec.Import.Sources;

namespace Interlock.ExecSpec.Import.LeRobot.Pipeline;

/// <summary>The two pipelines of a checkpoint.</summary>
/// <param name="Before">Steps from observation to network; empty when there is no such file.</param>
/// <param name="After">Steps from network to action.</param>
/// <param name="Place">The file of the second.</param>
internal sealed record CheckpointPipelines(IReadOnlyList<PipelineStep> Before, IReadOnlyList<PipelineStep> After, SourcePlace Place)
{
    public const string BeforeFile = "policy_preprocessor.json";
    public const string AfterFile = "policy_postprocessor.json";

    public static CheckpointPipelines Read(ImportSource source, DiagnosticCollector findings)
    {
        SourcePlace place = SourcePlace.OfFile(source.PlaceOf(AfterFile));
        IReadOnlyList<PipelineStep>? before = Steps(source, BeforeFile, findings);
        if (before is null)
        {
            findings.Warn(LeRobotCodes.Incomplete, $"there is no {BeforeFile}: what the policy is shown is not known", SourcePlace.OfFile(source.Path));
        }

        IReadOnlyList<PipelineStep> after = Steps(source, AfterFile, findings)
            ?? throw new DiagnosticException(LeRobotCodes.Incomplete, $"there is no {AfterFile}", SourcePlace.OfFile(source.Path));
        return new CheckpointPipelines(before ?? [], after, place);
    }

    private static IReadOnlyList<PipelineStep>? Steps(ImportSource source, string file, DiagnosticCollector findings)
    {
        if (source.TryJson(file) is not { } pipeline)
        {
            return null;
        }

        source.MarkRead(file);
        return PipelineReader.Read(pipeline, findings);
    }
}
