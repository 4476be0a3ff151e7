using Interlock.Core.Diagnostics;
using Interlock.Core.Text;
using Interlock.ExecSpec.Specification;

namespace Interlock.ExecSpec.Import.Parts;

/// <summary>What makes the numbers of a normaliser unusable whichever library they come from. Channels that the mask leaves out are not looked at.</summary>
internal static class NormaliserCheck
{
    private const int ChannelsShown = 8;

    public static void Run(Normaliser normaliser, IReadOnlyList<ActionChannel> channels, SourcePlace place, DiagnosticCollector findings)
    {
        if (normaliser.Scheme == NormalisationScheme.Identity)
        {
            return;
        }

        if (normaliser.Rows is not { } rows)
        {
            MissingRows(normaliser, place, findings);
            return;
        }

        (string first, string second) = SchemeRows.Of(normaliser);
        bool score = normaliser.Scheme == NormalisationScheme.MeanStd;
        int[] used = [.. Enumerable.Range(0, rows.First.Count).Where(index => normaliser.AppliesTo(index % normaliser.Statistics!.Channels))];
        int[] notFinite = [.. used.Where(index => !double.IsFinite(rows.First[index]) || !double.IsFinite(rows.Second[index]))];
        int[] reversed = [.. used.Except(notFinite).Where(index => score ? rows.Second[index] < 0 : rows.Second[index] < rows.First[index])];
        int[] constant = [.. used.Except(notFinite).Where(index => score ? rows.Second[index] == 0 : rows.Second[index] == rows.First[index])];
        if (notFinite.Length > 0)
        {
            findings.Error(ImportCode.NotFinite, $"{first} or {second} is not finite in {Names(notFinite)}", place, "every command of that channel would be NaN or infinite");
        }

        if (reversed.Length > 0)
        {
            findings.Error(ImportCode.BadRows, score ? $"{second} is negative in {Names(reversed)}" : $"{first} is above {second} in {Names(reversed)}", place, "the channel would be driven backwards");
        }

        if (constant.Length > 0)
        {
            findings.Warn(ImportCode.ConstantChannel, $"the range is zero in {Names(constant)}", place, "the channel decodes to a constant whatever the policy says");
        }

        string Names(int[] indices)
        {
            string[] names = [.. indices.Select(index => channels[index % channels.Count].Name).Distinct()];
            string shown = string.Join(", ", names.Take(ChannelsShown).Select(Quoted.Of));
            return names.Length > ChannelsShown ? $"{shown} and {names.Length - ChannelsShown} more" : shown;
        }
    }

    private static void MissingRows(Normaliser normaliser, SourcePlace place, DiagnosticCollector findings)
    {
        (string first, string second) = SchemeRows.Of(normaliser);
        string present = normaliser.Statistics is { } statistics ? string.Join(", ", SchemeRows.Present(statistics)) : "no statistics";
        findings.Error(
            ImportCode.BadRows, $"the scheme {EnumWord.Of(normaliser.Scheme)} needs {first} and {second}, and the entry has {present}", place);
    }
}
