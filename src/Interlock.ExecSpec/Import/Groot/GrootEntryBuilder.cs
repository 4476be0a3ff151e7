using Interlock.Core.Diagnostics;
using Interlock.Core.Text;
using Interlock.ExecSpec.Import.LeRobot;
using Interlock.ExecSpec.Import.LeRobot.Channels;
using Interlock.ExecSpec.Import.LeRobot.Json;
using Interlock.ExecSpec.Import.Parts;
using Interlock.ExecSpec.Specification;

namespace Interlock.ExecSpec.Import.Groot;

/// <summary>Makes the specification of one embodiment.</summary>
internal sealed class GrootEntryBuilder(string name, DatasetInfo? info, ImportRequest request)
{
    private const int GroupsShown = 6;

    public ImportedEntry Build(GrootTag tag, ModalityFile? modality)
    {
        DiagnosticCollector findings = new();
        if (tag.Relative is { } relative && Fields.Members(relative) is { Count: > 0 } groups)
        {
            findings.Warn(
                GrootCode.RelativeStatistics,
                $"there are other statistics for relative actions of {string.Join(", ", groups.Take(GroupsShown).Select(group => Quoted.Of(group.Name)))}: the model's configuration decides which are used",
                relative.Place,
                "those of absolute actions are used here; compare decoded values of the running server");
        }

        return ActionGroups.Of(tag, modality, findings) is { } read
            ? Build(tag.Tag, read, tag.ClipsOutput, tag.Action.Place, findings)
            : new ImportedEntry(tag.Tag, null, findings.Items);
    }

    public ImportedEntry Build(string key, IReadOnlyList<ActionGroup> groups, bool clipsOutput, SourcePlace place, DiagnosticCollector findings)
    {
        if (groups.Count == 0)
        {
            findings.Error(GrootCode.GroupsDiffer, "the action has no groups", place);
            return new ImportedEntry(key, null, findings.Items);
        }

        IReadOnlyList<ActionChannel> channels = GrootChannels.Of(groups, request, place, findings);
        RotationGroup[] rotations = [.. groups.Select(group => GroupRotation.Of(group, place, findings)).OfType<RotationGroup>()];
        Normaliser normaliser = GrootNormaliser.Of(key, groups, clipsOutput, request, place, findings);
        NormaliserCheck.Run(normaliser, channels, place, findings);
        GrootNormaliser.CheckRanges(groups, place, findings);
        ExecutableSpec spec = new()
        {
            Name = name,
            Policy = new PolicyIdentity { Family = "gr00t", Name = name, Library = "gr00t" },
            Action = new ActionSpec
            {
                Channels = channels,
                RateHz = RateChoice.Of(info?.RateHz, request, place, findings),
                Rotations = rotations,
                Reference = request.Reference,
            },
            Unnormaliser = normaliser,
            Controller = info?.RobotType is { } robot ? new ControllerSpec { RobotModel = robot } : null,
        };
        SpecificationCheck.Run(spec, place, findings);
        return new ImportedEntry(key, spec, findings.Items);
    }
}
