using Interlock.Core.Diagnostics;
using Interlock.Core.Text;
using Interlock.ExecSpec.Import.Json;
using Interlock.ExecSpec.Import.LeRobot.Json;
using Interlock.ExecSpec.Import.Sources;

namespace Interlock.ExecSpec.Import.Groot;

/// <summary><c>modality.json</c>: how the flat action is cut into groups (reference: ecosystem note, A2).</summary>
internal sealed class ModalityFile
{
    private const string DefaultColumn = "action";
    private static readonly string[] Paths = ["meta/modality.json", "modality.json", "experiment_cfg/modality.json"];

    private ModalityFile(IReadOnlyList<Slice> slices, SourcePlace place) => (Slices, Place) = (slices, place);

    /// <summary>Slices of the action in the order of the vector.</summary>
    public IReadOnlyList<Slice> Slices { get; }

    public SourcePlace Place { get; }

    public static string? Find(ImportSource source) => Paths.FirstOrDefault(path => source.Has(path) && source.TryJson(path)?.Member(DefaultColumn) is { IsObject: true });

    /// <summary>Null when there is no such file.</summary>
    public static ModalityFile? Read(ImportSource source, DiagnosticCollector findings)
    {
        if (Find(source) is not { } path)
        {
            return null;
        }

        source.MarkRead(path);
        JsonView action = source.TryJson(path)!.Value.Member(DefaultColumn)!.Value;
        Slice[] slices = [.. Fields.Members(action).Select(group => SliceOf(group.Name, group.Value))];
        ModalityFile file = new([.. slices.OrderBy(slice => slice.Column, StringComparer.Ordinal).ThenBy(slice => slice.Start)], action.Place);
        file.RequireTiling(findings);
        return file;
    }

    /// <summary>Findings about slices of another vector than the action, outside of it, or short of its end.</summary>
    public void RequireCover(int length, DiagnosticCollector findings)
    {
        if (Slices.FirstOrDefault(slice => slice.Column != DefaultColumn) is { } other)
        {
            findings.Error(GrootCode.Slices, $"the slice {Quoted.Of(other.Group)} is cut from {Quoted.Of(other.Column)}, of which there are no statistics here", Place);
            return;
        }

        int end = Slices.Count == 0 ? 0 : Slices.Max(slice => slice.End);
        if (end != length)
        {
            string fault = end > length ? $"the slices reach to {end}" : $"elements {end} to {length - 1} belong to no slice";
            findings.Error(GrootCode.Slices, $"{fault}; the action has {length} elements", Place);
        }
    }

    private static Slice SliceOf(string name, JsonView group) => new(
        name,
        Fields.Text(group, "original_key") ?? DefaultColumn,
        Fields.AsCount(Fields.Required(group, "start")),
        Fields.AsCount(Fields.Required(group, "end")),
        GroupTraits.Read(group));

    private void RequireTiling(DiagnosticCollector findings)
    {
        string? column = null;
        int expected = 0;
        foreach (Slice slice in Slices)
        {
            expected = slice.Column == column ? expected : 0;
            column = slice.Column;
            string? fault = slice.Length is <= 0 or > ImportLimits.Channels ? "has no length that an action can have"
                : slice.Start < expected ? $"overlaps the one before it, which ends at {expected}"
                : slice.Start > expected ? $"leaves a gap from {expected}"
                : null;
            if (fault is not null)
            {
                findings.Error(GrootCode.Slices, $"the slice {Quoted.Of(slice.Group)} from {slice.Start} to {slice.End} {fault}", Place);
                return;
            }

            expected = slice.End;
        }
    }
}
