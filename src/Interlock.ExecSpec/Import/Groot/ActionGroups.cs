using Interlock.Core.Diagnostics;
using Interlock.Core.Text;
using Interlock.ExecSpec.Import.Json;
using Interlock.ExecSpec.Import.LeRobot.Json;
using Interlock.ExecSpec.Import.Parts;
using Interlock.ExecSpec.Specification;

namespace Interlock.ExecSpec.Import.Groot;

/// <summary>Groups of the action, from statistics by group or from flat statistics that are cut.</summary>
internal static class ActionGroups
{
    /// <summary>The groups of an embodiment; null, with a finding, when statistics and slices do not belong together.</summary>
    public static IReadOnlyList<ActionGroup>? Of(GrootTag tag, ModalityFile? modality, DiagnosticCollector findings)
    {
        Dictionary<string, JsonView> groups = Fields.Members(tag.Action).ToDictionary(group => group.Name, group => group.Value, StringComparer.Ordinal);
        if (modality is not null && !SameGroups(groups.Keys, modality, tag, findings))
        {
            return null;
        }

        if (modality is null && groups.Count > 1)
        {
            findings.Warn(
                GrootCode.OrderNotStated,
                "there is no modality.json, so the order of the groups in the action is not stated; that of the statistics file is used",
                tag.Action.Place,
                "lay meta/modality.json of the dataset beside it");
        }

        List<ActionGroup> read = [];
        foreach (string name in modality is null ? groups.Keys : modality.Slices.Select(slice => slice.Group))
        {
            GroupTraits traits = GroupTraits.Read(tag.Modalities?.Member(name));
            if (Group(name, groups[name], traits, modality?.Slices.First(slice => slice.Group == name), findings) is not { } group)
            {
                return null;
            }

            read.Add(group);
        }

        return read;
    }

    /// <summary>The groups of a dataset whose statistics are flat.</summary>
    public static IReadOnlyList<ActionGroup> Of(ActionStatistics flat, ModalityFile modality) =>
        [.. modality.Slices.Select(slice => new ActionGroup(slice.Group, Cut(flat, slice), slice.Traits))];

    private static bool SameGroups(IEnumerable<string> groups, ModalityFile modality, GrootTag tag, DiagnosticCollector findings)
    {
        string[] cut = [.. modality.Slices.Select(slice => slice.Group)];
        string[] lost = [.. cut.Except(groups)], extra = [.. groups.Except(cut)];
        if (lost.Length + extra.Length > 0)
        {
            string first = Quoted.Of(lost.Concat(extra).First());
            findings.Error(
                GrootCode.GroupsDiffer,
                lost.Length > 0 ? $"the group {first} of modality.json has no statistics" : $"the group {first} has statistics and no slice in modality.json",
                tag.Action.Place,
                "statistics and modality.json are of different datasets");
        }

        return lost.Length + extra.Length == 0;
    }

    private static ActionGroup? Group(string name, JsonView statistics, GroupTraits traits, Slice? slice, DiagnosticCollector findings)
    {
        int before = findings.Items.Count;
        if (StatisticsBlock.Read(statistics, findings) is not { } table)
        {
            if (findings.Items.Count == before)
            {
                findings.Error(GrootCode.GroupsDiffer, $"the group {Quoted.Of(name)} has no row of statistics", statistics.Place);
            }

            return null;
        }

        if (table.Timesteps > 1 || (slice is not null && slice.Length != table.Channels))
        {
            string shape = table.Timesteps > 1 ? $"{table.Timesteps}×{table.Channels}" : $"{table.Channels}";
            findings.Error(GrootCode.GroupsDiffer, $"the group {Quoted.Of(name)} has statistics for {shape} channels{(slice is null ? "" : $" and a slice of {slice.Length}")}", statistics.Place);
            return null;
        }

        ReferenceCheck.Agree(name, traits, slice?.Traits ?? GroupTraits.None, statistics.Place, findings);
        return new ActionGroup(name, table, traits.Or(slice?.Traits ?? GroupTraits.None));
    }

    private static ActionStatistics Cut(ActionStatistics flat, Slice slice)
    {
        IReadOnlyList<double>? Part(IReadOnlyList<double>? row) => row is null ? null : [.. row.Skip(slice.Start).Take(slice.Length)];
        return new ActionStatistics
        {
            Channels = slice.Length,
            Min = Part(flat.Min),
            Max = Part(flat.Max),
            Mean = Part(flat.Mean),
            Std = Part(flat.Std),
            Quantiles = [.. flat.Quantiles.Select(row => row with { Values = Part(row.Values)! })],
        };
    }
}
