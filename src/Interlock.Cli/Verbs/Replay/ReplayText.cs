using Interlock.Cli.Output;
using Interlock.Core.Contract;
using Interlock.Evaluation.Replay;
using Interlock.Guard.Reports;

namespace Interlock.Cli.Verbs.Replay;

/// <summary>A replay for people: verdict, channels, codes, difference, and one sentence at the end.</summary>
internal sealed class ReplayText(TextWriter output, int width, ReplayOutcome outcome)
{
    /// <summary>Episodes that are listed; all of them are in <c>--json</c>.</summary>
    private const int ListedEpisodes = 5;

    private readonly ReplayTotals _totals = outcome.Totals;

    public void Write()
    {
        Line($"{outcome.Contract.Name} (mode {outcome.Contract.Mode.ToString().ToLowerInvariant()}) on {outcome.Source.Location}");
        Line($"{_totals.Episodes.Count} episodes, {_totals.Steps} steps: {Share(_totals.Clipped, _totals.Steps)} clipped, {_totals.Held} held, {_totals.Stopped} stopped");
        Line($"alarms in {_totals.AlarmEpisodes} of {_totals.Episodes.Count} episodes");
        WriteChannels();
        WriteCodes();
        WriteWorst();
        WriteComparison();
        Line(string.Empty);
        Line(LastSentence());
    }

    private void WriteChannels()
    {
        TextTable table = new("channel", "changed", "largest change", "fastest step");
        for (int i = 0; i < outcome.Contract.Channels.Count; i++)
        {
            ChannelContract channel = outcome.Contract.Channels[i];
            ChannelTally[] tallies = [.. _totals.Episodes.Select(episode => episode.Summary.Channels[i])];
            table.Add(
                channel.Name,
                $"{tallies.Sum(tally => tally.Interventions)}",
                PlainNumber.Of(tallies.Max(tally => tally.LargestClip), channel.Unit.Symbol),
                PlainNumber.Of(tallies.Max(tally => tally.LargestMotion), channel.Unit.Symbol));
        }

        Line(string.Empty);
        table.Write(output, width);
    }

    private void WriteCodes()
    {
        if (_totals.Codes.Count > 0)
        {
            Line(string.Empty);
            Line("interventions: " + string.Join(", ", _totals.Codes.Select(code => $"{code.Key} × {code.Value}")));
        }
    }

    private void WriteWorst()
    {
        IEnumerable<EpisodeTotals> worst = _totals.Episodes
            .Where(episode => episode.Summary.Steps > episode.Summary.Passed)
            .OrderByDescending(episode => episode.Summary.Steps - episode.Summary.Passed)
            .Take(ListedEpisodes);
        foreach (EpisodeTotals episode in worst)
        {
            GuardSummary summary = episode.Summary;
            string latch = episode.LatchCode is { } code ? $"; stopped at step {episode.LatchedAtStep} ({code})" : string.Empty;
            Line($"episode {episode.Episode}: {Share(summary.Steps - summary.Passed, summary.Steps)} of its steps changed or refused{latch}");
        }
    }

    private void WriteComparison()
    {
        if (outcome.Comparison is not { } comparison)
        {
            return;
        }

        Line(string.Empty);
        Line($"what if {comparison.Path}: {Refused(comparison.Totals)} steps changed or refused instead of {Refused(_totals)}");
        Line($"commands differ on {comparison.DifferentSteps} steps; {comparison.OnlyFirst} steps are changed by the first alone, {comparison.OnlySecond} by the second alone");
        if (comparison.Largest.Channel >= 0)
        {
            (double difference, int index, int episode, int step) = comparison.Largest;
            ChannelContract channel = outcome.Contract.Channels[index];
            Line($"largest difference: {channel.Name} {PlainNumber.Of(difference, channel.Unit.Symbol)} (episode {episode}, step {step})");
        }
    }

    private string LastSentence()
    {
        if (outcome.Exceeded.FirstOrDefault() is { } failed)
        {
            return $"Found wanting: {failed.Threshold.Name} is {PlainNumber.Of(failed.Observed)}, the limit is {PlainNumber.Of(failed.Threshold.Limit)}.";
        }

        return Refused(_totals) == 0
            ? "Every recorded action passes unchanged."
            : $"The guard would have changed or refused {_totals.InterventionRate:P1} of the steps.";
    }

    private static long Refused(ReplayTotals totals) => totals.Clipped + totals.Held + totals.Stopped;

    private static string Share(long part, long whole) => whole == 0 ? "0" : $"{part} ({(double)part / whole:P1})";

    private void Line(string text) => WrappedText.Write(output, text, width);
}
