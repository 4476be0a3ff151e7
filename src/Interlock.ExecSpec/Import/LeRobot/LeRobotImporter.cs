using Interlock.Core.Diagnostics;
using Interlock.ExecSpec.Import.LeRobot.Channels;
using Interlock.ExecSpec.Import.LeRobot.Pipeline;
using Interlock.ExecSpec.Import.Sources;

namespace Interlock.ExecSpec.Import.LeRobot;

/// <summary>LeRobot checkpoints with processor pipelines (0.4 and later).</summary>
internal sealed class LeRobotImporter : ISpecImporter
{
    public string Ecosystem => "lerobot";

    public string LooksFor => $"a folder with {CheckpointPipelines.AfterFile}";

    public bool Recognises(ImportSource source) =>
        source.Has(CheckpointPipelines.AfterFile)
        && source.File is null or CheckpointPipelines.AfterFile or CheckpointPipelines.BeforeFile or PolicyConfig.File;

    public IReadOnlyList<ImportedEntry> Import(ImportSource source, ImportRequest request, DiagnosticCollector findings)
    {
        PolicyConfig? config = null;
        if (source.TryJson(PolicyConfig.File) is { } root)
        {
            source.MarkRead(PolicyConfig.File);
            config = PolicyConfig.Read(root);
        }

        CheckpointPipelines pipelines = CheckpointPipelines.Read(source, findings);
        StepOrder.Check(pipelines, findings);
        Renames.Report(pipelines.Before, config, findings);
        LeRobotContext context = new()
        {
            Request = request,
            Place = pipelines.Place,
            Name = LeRobotContext.NameOf(source.Folder),
            Config = config,
            Info = DatasetInfo.Find(source),
            Relative = RelativeActions.Read(pipelines.Before, pipelines.After, config, pipelines.Place, findings),
        };
        return new PipelineEntries(source, context, findings).Read(pipelines);
    }
}
