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
        if (Names(normaliser, rows, channels, (low, high) => !double.IsFinite(score ? low + high : high - low)) is { } notFinite)
        {
            findings.Error(ImportCode.NotFinite, $"{first} or {second} is not finite in {notFinite}", place, "every command of that channel would be NaN or infinite");
        }

        ReportInert(normaliser, rows, place, findings);
        if (Names(normaliser, rows, channels, (low, high) => score ? high < 0 : high < low) is { } reversed)
        {
            findings.Error(ImportCode.BadRows, score ? $"{second} is negative in {reversed}" : $"{first} is above {second} in {reversed}", place, "the channel would be driven backwards");
        }

        if (Names(normaliser, rows, channels, (low, high) => score ? high == 0 : high == low && double.IsFinite(low)) is { } constant)
        {
            findings.Warn(ImportCode.ConstantChannel, $"the range is zero in {constant}", place, "the channel decodes to a constant whatever the policy says");
        }
    }

    /// <summary>Statistics that somebody filled in so that a loader would be content: 0 and 1, or −1 and 1, in every channel.</summary>
    private static void ReportInert(
        Normaliser normaliser, (IReadOnlyList<double> First, IReadOnlyList<double> Second) rows, SourcePlace place, DiagnosticCollector findings)
    {
        double first = normaliser.Scheme == NormalisationScheme.MeanStd ? 0 : -1;
        int[] used = [.. Enumerable.Range(0, rows.First.Count).Where(index => normaliser.AppliesTo(index % normaliser.Statistics!.Channels))];
        if (used.Length > 0 && used.All(index => index < rows.Second.Count && rows.First[index] == first && rows.Second[index] == 1))
        {
            findings.Warn(
                ImportCode.Inert,
                $"the unnormaliser is present but does nothing: its statistics are {first:0} and 1 in every channel",
                place,
                "the robot receives normalised numbers; are these the statistics of the training data?");
        }
    }

    /// <summary>Channels in which some used pair of values is <paramref name="wrong"/>, as text; null when there is none.</summary>
    private static string? Names(
        Normaliser normaliser,
        (IReadOnlyList<double> First, IReadOnlyList<double> Second) rows,
        IReadOnlyList<ActionChannel> channels,
        Func<double, double, bool> wrong)
    {
        int count = normaliser.Statistics!.Channels;
        bool[] found = new bool[count];
        for (int index = 0; index < rows.First.Count; index++)
        {
            found[index % count] |= normaliser.AppliesTo(index % count) && wrong(rows.First[index], rows.Second[index]);
        }

        string[] names = [.. Enumerable.Range(0, count).Where(channel => found[channel]).Select(channel => NameOf(channels, channel))];
        string shown = string.Join(", ", names.Take(ChannelsShown).Select(Quoted.Of));
        return names.Length == 0 ? null : names.Length > ChannelsShown ? $"{shown} and {names.Length - ChannelsShown} more" : shown;
    }

    private static string NameOf(IReadOnlyList<ActionChannel> channels, int index) => index < channels.Count ? channels[index].Name : $"channel {index}";

    private static void MissingRows(Normaliser normaliser, SourcePlace place, DiagnosticCollector findings)
    {
        (string first, string second) = SchemeRows.Of(normaliser);
        string present = normaliser.Statistics is { } statistics ? string.Join(", ", SchemeRows.Present(statistics)) : "no statistics";
        findings.Error(
            ImportCode.BadRows, $"the scheme {EnumWord.Of(normaliser.Scheme)} needs {first} and {second}, and the entry has {present}", place);
    }
}
