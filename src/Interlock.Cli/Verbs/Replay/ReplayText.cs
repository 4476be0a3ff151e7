using Interlock.Core.Contract;
using Interlock.Evaluation.Replay;
using Interlock.Guard.Reports;

namespace Interlock.Cli.Verbs.Replay;

/// <summary>A replay for people: verdict, channels, codes, difference, and one sentence at the end.</summary>
internal static class ReplayText
{
    /// <summary>Episodes that are listed; all of them are in <c>--json</c>.</summary>
    private const int ListedEpisodes = 5;

    public static void Write(TextWriter output, ReplayOutcome outcome)
    {
        ReplayTotals totals = outcome.Totals;
        output.WriteLine($"{outcome.Contract.Name} ({outcome.Contract.Mode.ToString().ToLowerInvariant()}) on {outcome.Source.Location}");
        output.WriteLine($"{totals.Episodes.Count} episodes, {totals.Steps} steps: {Share(totals.Clipped, totals.Steps)} clipped, {totals.Held} held, {totals.Stopped} stopped");
        output.WriteLine($"alarms in {totals.AlarmEpisodes} of {totals.Episodes.Count} episodes");
        WriteChannels(output, outcome);
        WriteCodes(output, totals);
        WriteWorst(output, totals);
        WriteComparison(output, outcome);
        output.WriteLine(LastSentence(outcome));
    }

    private static void WriteChannels(TextWriter output, ReplayOutcome outcome)
    {
        output.WriteLine();
        int width = Math.Max(7, outcome.Contract.Channels.Max(channel => channel.Name.Length));
        output.WriteLine($"{"channel".PadRight(width)}  changed  largest change  fastest step");
        for (int i = 0; i < outcome.Contract.Channels.Count; i++)
        {
            ChannelContract channel = outcome.Contract.Channels[i];
            List<ChannelTally> tallies = [.. outcome.Totals.Episodes.Select(episode => episode.Summary.Channels[i])];
            string unit = channel.Unit.Symbol;
            output.WriteLine(
                $"{channel.Name.PadRight(width)}  {tallies.Sum(tally => tally.Interventions),7}  "
                + $"{Number(tallies.Select(tally => tally.LargestClip), unit),14}  {Number(tallies.Select(tally => tally.LargestMotion), unit),12}");
        }
    }

    private static void WriteCodes(TextWriter output, ReplayTotals totals)
    {
        if (totals.Codes.Count > 0)
        {
            output.WriteLine();
            output.WriteLine("interventions: " + string.Join(", ", totals.Codes.Select(code => $"{code.Key} × {code.Value}")));
        }
    }

    private static void WriteWorst(TextWriter output, ReplayTotals totals)
    {
        IEnumerable<EpisodeTotals> worst = totals.Episodes
            .Where(episode => episode.Summary.Steps > episode.Summary.Passed)
            .OrderByDescending(episode => episode.Summary.Steps - episode.Summary.Passed)
            .Take(ListedEpisodes);
        foreach (EpisodeTotals episode in worst)
        {
            GuardSummary summary = episode.Summary;
            string latch = episode.LatchCode is { } code ? $", stopped at step {episode.LatchedAtStep} ({code})" : string.Empty;
            output.WriteLine($"episode {episode.Episode}: {Share(summary.Steps - summary.Passed, summary.Steps)} not passed unchanged{latch}");
        }
    }

    private static void WriteComparison(TextWriter output, ReplayOutcome outcome)
    {
        if (outcome.Comparison is not { } comparison)
        {
            return;
        }

        long first = outcome.Totals.Clipped + outcome.Totals.Held + outcome.Totals.Stopped;
        long second = comparison.Totals.Clipped + comparison.Totals.Held + comparison.Totals.Stopped;
        output.WriteLine();
        output.WriteLine($"what if {comparison.Path}: would have intervened on {second} steps instead of {first}");
        output.WriteLine($"commands differ on {comparison.DifferentSteps} steps; only the first changes {comparison.OnlyFirst}, only the second {comparison.OnlySecond}");
        if (comparison.Largest.Channel >= 0)
        {
            (double difference, int channel, int episode, int step) = comparison.Largest;
            string name = outcome.Contract.Channels[channel].Name;
            output.WriteLine($"largest difference: {name} {difference:0.####} {outcome.Contract.Channels[channel].Unit.Symbol} (episode {episode}, step {step})");
        }
    }

    private static string LastSentence(ReplayOutcome outcome)
    {
        if (outcome.Exceeded.FirstOrDefault() is { } failed)
        {
            return $"Found wanting: {failed.Threshold.Name} is {failed.Observed:0.####}, the limit is {failed.Threshold.Limit:0.####}.";
        }

        ReplayTotals totals = outcome.Totals;
        return totals.Clipped + totals.Held + totals.Stopped == 0
            ? "Every recorded action passes unchanged."
            : $"The guard would have changed or refused {totals.InterventionRate:P1} of the steps.";
    }

    private static string Share(long part, long whole) => whole == 0 ? "0" : $"{part} ({(double)part / whole:P1})";

    private static string Number(IEnumerable<double> values, string unit) => $"{values.DefaultIfEmpty(0).Max():0.####} {unit}".TrimEnd();
}
