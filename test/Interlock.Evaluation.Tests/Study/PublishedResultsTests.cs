using System.Text.Json;
using Interlock.Core.Statistics;
using Interlock.Evaluation.Study;
using Interlock.Evaluation.Study.Report;

namespace Interlock.Evaluation.Tests.Study;

/// <summary>The SafeContract paper's table from its published per-episode results, and what the table leaves out.</summary>
public sealed class PublishedResultsTests
{
    private const string Results = "data/safecontract-results";
    private const string PushT = $"{Results}/monitor_analysis.json";
    private const string Aloha = $"{Results}/aloha_monitor_analysis.json";

    // One unit of the last printed digit: two bootstraps of 2,000 resamples differ by about that much at the ends.
    private const double PrintedInterval = 0.0101;

    private static readonly Lazy<StudyReport> Report = new(() => Run(PushT, Aloha));

    [SharedTheory(Results)]
    [InlineData("vqbet", 0.93, 0.88, 0.97)]
    [InlineData("diffusion", 0.79, 0.69, 0.88)]
    [InlineData("aloha", 0.91, 0.80, 0.99)]
    public void Reversal_rate_has_the_printed_area_and_interval(string policy, double auroc, double low, double high)
    {
        MonitorReport monitor = Monitor(policy, "reversal_rate");

        Assert.Equal(auroc, monitor.Auroc!.Value, 2);
        Assert.InRange(monitor.Interval!.Value.Low, low - PrintedInterval, low + PrintedInterval);
        Assert.InRange(monitor.Interval!.Value.High, high - PrintedInterval, high + PrintedInterval);
    }

    [SharedTheory(Results)]
    [InlineData("vqbet", "mean_jerk", 0.88)]
    [InlineData("vqbet", "min_coherence", 0.86)]
    [InlineData("vqbet", "spectral_energy_ratio", 0.75)]
    [InlineData("vqbet", "total_variation", 0.89)]
    [InlineData("vqbet", "velocity_violations", 0.69)]
    [InlineData("vqbet", "stall_rate", 0.49)]
    [InlineData("diffusion", "mean_jerk", 0.41)]
    [InlineData("diffusion", "min_coherence", 0.70)]
    [InlineData("diffusion", "spectral_energy_ratio", 0.34)]
    [InlineData("diffusion", "total_variation", 0.71)]
    [InlineData("diffusion", "velocity_violations", 0.41)]
    [InlineData("diffusion", "stall_rate", 0.50)]
    [InlineData("aloha", "mean_jerk", 0.69)]
    [InlineData("aloha", "min_coherence", 0.71)]
    [InlineData("aloha", "spectral_energy_ratio", 0.74)]
    [InlineData("aloha", "total_variation", 0.75)]
    [InlineData("aloha", "velocity_violations", 0.52)]
    [InlineData("aloha", "stall_rate", 0.53)]
    public void Every_other_monitor_has_the_printed_area(string policy, string monitor, double auroc) =>
        Assert.Equal(auroc, Monitor(policy, monitor).Auroc!.Value, 2);

    [SharedTheory(Results)]
    [InlineData("vqbet", 1.00)]
    [InlineData("diffusion", 0.99)]
    [InlineData("aloha", 1.00)]
    public void Length_alone_separates_failures_from_successes_and_no_monitor_beats_it(string policy, double auroc)
    {
        PolicyReport report = Policy(policy);

        Assert.Equal(auroc, report.Length.Auroc!.Value, 2);
        Assert.True(report.Length.Separates);
        Assert.All(report.Monitors, monitor => Assert.True(monitor.NoBetterThanLength));
        Assert.Contains(Report.Value.Warnings, warning => warning.Kind == "no_better_than_length" && warning.Policy == policy);
        Assert.Contains(policy, Report.Value.Conclusion, StringComparison.Ordinal);
    }

    [SharedTheory(Results)]
    [InlineData("vqbet", "total_variation", 0.528)]
    [InlineData("diffusion", "total_variation", 0.303)]
    [InlineData("aloha", "total_variation", 0.500)]
    [InlineData("vqbet", "velocity_violations", 0.579)]
    [InlineData("diffusion", "velocity_violations", 0.328)]
    [InlineData("aloha", "velocity_violations", 0.373)]
    [InlineData("vqbet", "jerk_violations", 0.794)]
    [InlineData("diffusion", "jerk_violations", 0.400)]
    [InlineData("aloha", "jerk_violations", 0.620)]
    public void Counts_and_sums_lose_per_step_what_they_owe_to_length(string policy, string monitor, double perStep)
    {
        LengthControl controlled = Monitor(policy, monitor).Controlled;

        Assert.Equal(LengthControlMethod.PerStep, controlled.Method);
        Assert.Equal(perStep, controlled.Auroc!.Value, 3);
        Assert.Equal(controlled.Auroc, Monitor(policy, $"{monitor}_per_step").Auroc);
    }

    [SharedTheory(Results)]
    [InlineData("vqbet", 0.932, 0.88, 0.97)]
    [InlineData("diffusion", 0.762, 0.66, 0.86)]
    [InlineData("aloha", 0.944, 0.88, 0.99)]
    public void Mean_coherence_which_the_paper_does_not_report_is_as_good_as_its_best(string policy, double auroc, double low, double high)
    {
        MonitorReport monitor = Monitor(policy, "momentum_coherence");

        Assert.Equal(auroc, monitor.Auroc!.Value, 3);
        Assert.InRange(monitor.Interval!.Value.Low, low - PrintedInterval, low + PrintedInterval);
        Assert.InRange(monitor.Interval!.Value.High, high - PrintedInterval, high + PrintedInterval);
    }

    [SharedTheory(Results)]
    [InlineData(PushT, "vqbet")]
    [InlineData(PushT, "diffusion")]
    [InlineData(Aloha, "aloha")]
    public void Areas_and_p_values_equal_those_that_were_published_with_the_episodes(string file, string policy)
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(SharedFiles.PathOf(file)));
        JsonElement owner = file == PushT ? document.RootElement.GetProperty("results").GetProperty(policy) : document.RootElement;
        foreach ((string published, string ours) in SameDefinition)
        {
            if (owner.GetProperty("aurocs").TryGetProperty(published, out JsonElement expected))
            {
                MonitorReport monitor = Monitor(policy, ours);
                Assert.Equal(expected.GetProperty("auroc").GetDouble(), monitor.Auroc!.Value, 4);
                Assert.Equal(expected.GetProperty("p_value").GetDouble(), monitor.PValue!.Value, 4);
            }
        }
    }

    [SharedTheory(Results)]
    [InlineData("vqbet", 0.54)]
    [InlineData("aloha", 0.55)]
    [InlineData("diffusion", 0.08)]
    public void Reversals_follow_length_among_successes_as_far_as_was_measured(string policy, double pearson) =>
        Assert.InRange(Monitor(policy, "reversal_rate").Residual!.CorrelationInSuccesses, pearson - 0.05, pearson + 0.05);

    // Interval ends of the reference are Wald's; Newcombe's differ by a few tenths of a point at these sizes.
    [SharedTheory(Results)]
    [InlineData("diffusion_pusht_200ep", 116, 114, 200, 0.92, 44, 42, -10.7, 8.7)]
    [InlineData("vqbet_pusht_200ep", 113, 109, 200, 0.76, 21, 17, -11.7, 7.7)]
    [InlineData("act_aloha_transfer_50ep", 31, 28, 50, 0.68, 13, 10, -25, 13)]
    public void With_and_without_the_contract_compare_as_published(
        string file, int without, int with, int episodes, double fisher, int lost, int won, double low, double high)
    {
        ComparisonReport comparison = Assert.Single(Run($"{Results}/{file}.json").Comparisons);

        Assert.Equal((without, with, episodes), (comparison.Without.Count, comparison.With.Count, comparison.With.Of));
        Assert.Equal(fisher, comparison.FisherP, 0.006);
        Assert.Equal((lost, won, episodes), (comparison.Paired!.Lost, comparison.Paired.Won, comparison.Paired.Pairs));
        Assert.InRange(100 * comparison.Difference.Low, low - 1, low + 1);
        Assert.InRange(100 * comparison.Difference.High, high - 1, high + 1);
    }

    [SharedFact(Results)]
    public void The_contract_changed_nearly_a_third_of_the_actions_on_aloha()
    {
        ComparisonReport comparison = Assert.Single(Run($"{Results}/act_aloha_transfer_50ep.json").Comparisons);

        Assert.Equal(new Proportion(4524, 14486), comparison.ModifiedActions);
        Assert.Equal(4758, comparison.Violations);
    }

    [SharedFact(Results)]
    public void Wilson_intervals_are_the_published_ones()
    {
        Interval interval = Assert.Single(Run($"{Results}/diffusion_pusht_200ep.json").Comparisons).Without.Interval;

        Assert.Equal(0.511, interval.Low, 3);
        Assert.Equal(0.646, interval.High, 3);
    }

    private static IEnumerable<(string Published, string Ours)> SameDefinition =>
    [
        ("velocity_violations", "velocity_violations"), ("stall_rate", "stall_rate"), ("mean_jerk", "mean_jerk"), ("jerk_rms", "jerk_rms"),
        ("jerk_violations", "jerk_violations"), ("atv", "total_variation"), ("reversal_rate", "reversal_rate"),
        ("mean_ser", "spectral_energy_ratio"), ("min_ser", "min_spectral_energy_ratio"), ("min_coherence", "min_coherence"),
        ("reversal_rate_tmc", "momentum_reversal_rate"),
    ];

    private static StudyReport Run(params string[] files) => FailureStudy.Run([.. files.Select(SharedFiles.PathOf)], null, new StudySettings());

    private static PolicyReport Policy(string name) => Report.Value.Policies.Single(policy => policy.Name == name);

    private static MonitorReport Monitor(string policy, string name) => Policy(policy).Monitors.Single(monitor => monitor.Name == name);
}
