using Interlock.Core.Diagnostics;
using Interlock.ExecSpec.Import.Json;
using Interlock.ExecSpec.Import.LeRobot;
using Interlock.ExecSpec.Import.LeRobot.Channels;
using Interlock.ExecSpec.Import.LeRobot.Pipeline;
using Interlock.ExecSpec.Import.Sources;
using Interlock.ExecSpec.Safetensors;

namespace Interlock.ExecSpec.Import.LegacyLeRobot;

/// <summary>LeRobot checkpoints before pipelines: statistics are buffers among the weights.</summary>
internal sealed class LegacyLeRobotImporter : ISpecImporter
{
    private const string Weights = "model.safetensors";

    public string Ecosystem => "lerobot-legacy";

    public string LooksFor => $"a folder with {PolicyConfig.File} (output_features) and {Weights}, without {CheckpointPipelines.AfterFile}";

    public bool Recognises(ImportSource source) =>
        source.File is null or PolicyConfig.File or Weights
        && source.Has(Weights)
        && !source.Has(CheckpointPipelines.AfterFile)
        && PolicyConfig.HasShape(source.TryJson(PolicyConfig.File));

    public IReadOnlyList<ImportedEntry> Import(ImportSource source, ImportRequest request, DiagnosticCollector findings)
    {
        if (source.TryJson(PolicyConfig.File) is not { } root || !source.Has(Weights))
        {
            throw new DiagnosticException(LeRobotCodes.Incomplete, $"there is no {PolicyConfig.File} with {Weights} beside it", SourcePlace.OfFile(source.Path));
        }

        source.MarkRead(PolicyConfig.File);
        source.MarkRead(Weights);
        PolicyConfig config = PolicyConfig.Read(root);
        LeRobotContext context = new()
        {
            Request = request,
            Place = SourcePlace.OfFile(source.PlaceOf(PolicyConfig.File)),
            Name = LeRobotContext.NameOf(source.Folder),
            Config = config,
            Info = DatasetInfo.Find(source),
            ActionLength = FeatureShape.ActionLength(config.Outputs) ?? OldActionLength(root),
        };
        using SafetensorsFile file = SafetensorsFile.Open(source.FullPathOf(Weights), source.PlaceOf(Weights));
        return new LegacyEntries(new WeightStatistics(file), LegacyModes.Read(root, config), context, findings).Read();
    }

    private static int? OldActionLength(JsonView config) =>
        config.Member("output_shapes")?.Member(FeatureShape.ActionKey) is { } shape
        && LeRobot.Json.Fields.Items(shape) is [{ } length]
            ? LeRobot.Json.Fields.AsCount(length)
            : null;
}
