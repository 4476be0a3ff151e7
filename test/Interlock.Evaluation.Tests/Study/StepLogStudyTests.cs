using Interlock.Evaluation.Study;
using Interlock.Evaluation.Study.Report;

namespace Interlock.Evaluation.Tests.Study;

public sealed class StepLogStudyTests
{
    private static readonly Lazy<PolicyReport> Longer = new(() => Study(new SyntheticLog()));

    [Fact]
    public void A_running_sum_that_only_follows_length_falls_to_chance_at_the_common_horizon()
    {
        MonitorReport cusum = Monitor(Longer.Value, "cusum");

        Assert.Equal(1, cusum.Auroc);
        Assert.Equal((LengthControlMethod.CommonHorizon, 0.5), (cusum.Controlled.Method, cusum.Controlled.Auroc));
        Assert.True(cusum.NoBetterThanLength);
        Assert.Equal(MonitorRole.Muted, cusum.Advice.Role);
    }

    [Fact]
    public void A_signal_that_precedes_failure_survives_the_common_horizon()
    {
        MonitorReport signal = Monitor(Longer.Value, "signal");

        Assert.Equal(LengthControlMethod.CommonHorizon, signal.Controlled.Method);
        Assert.True(signal.Controlled.Auroc > 0.99);
        Assert.False(signal.NoBetterThanLength);
        Assert.Equal(MonitorRole.Primary, signal.Advice.Role);
    }

    [Fact]
    public void A_signal_that_rises_only_after_every_success_has_ended_is_not_prediction()
    {
        PolicyReport late = Study(new SyntheticLog { Onset = 150, Rise = 5, SuccessSteps = random => 100 + random.NextInt(40) });

        Assert.True(Monitor(late, "signal").Auroc > 0.99);
        Assert.InRange(Monitor(late, "signal").Controlled.Auroc!.Value, 0.35, 0.65);
        Assert.True(Monitor(late, "signal").NoBetterThanLength);
    }

    [Fact]
    public void Failures_are_detected_soon_after_they_begin_and_not_before()
    {
        DetectionReport detection = Monitor(Longer.Value, "signal").Detections[0];

        int onsetPoint = (int)(10.0 * 30 / detection.HorizonSteps!.Value);
        Assert.True(detection.Curve[onsetPoint - 1].Detected.Rate <= 0.2);
        Assert.True(detection.Curve[onsetPoint + 2].Detected.Rate >= 0.9);
    }

    [Fact]
    public void Lasting_longer_is_not_detected_as_failing()
    {
        foreach (DetectionReport detection in Monitor(Longer.Value, "cusum").Detections)
        {
            Assert.All(detection.Curve, point => Assert.Equal(0, point.Detected.Count));
        }
    }

    [Fact]
    public void Detection_of_pure_noise_stays_near_the_false_alarm_level()
    {
        int detected = 0, failures = 0;
        for (ulong seed = 1; seed <= 12; seed++)
        {
            SyntheticLog log = new() { Seed = seed, Onset = null, Successes = 40, SuccessSteps = _ => 80, FailureSteps = _ => 80 };
            Proportion end = Monitor(Study(log), "noise").Detections[0].Curve[^1].Detected;
            detected += end.Count;
            failures += end.Of;
        }

        Assert.InRange((double)detected / failures, 0.0, 0.1);
    }

    [Fact]
    public void The_frontier_trades_detection_time_for_F1()
    {
        IReadOnlyList<FrontierPoint> frontier = Monitor(Longer.Value, "signal").Detections[0].Frontier;

        Assert.True(frontier.Count > 1);
        Assert.All(frontier.Zip(frontier.Skip(1)), pair =>
        {
            Assert.True(pair.First.F1 < pair.Second.F1);
            Assert.True(pair.First.MeanDetectionFraction <= pair.Second.MeanDetectionFraction);
        });
        Assert.True(frontier[^1].F1 > 0.9);
    }

    [Fact]
    public void Fewer_than_nineteen_successes_give_no_threshold_and_say_so()
    {
        DetectionReport detection = Monitor(Study(new SyntheticLog { Successes = 18 }), "signal").Detections[0];

        Assert.Null(detection.Threshold);
        Assert.Empty(detection.Curve);
        Assert.Contains("19", detection.Note, StringComparison.Ordinal);
    }

    [Fact]
    public void Overlapping_lengths_are_matched_even_without_a_useful_horizon()
    {
        PolicyReport report = Study(new SyntheticLog { SuccessSteps = random => 5 + random.NextInt(60), FailureSteps = random => 5 + random.NextInt(60) });
        MonitorReport noise = Monitor(report, "noise");

        Assert.Equal(LengthControlMethod.LengthMatched, noise.Controlled.Method);
        Assert.InRange(noise.Controlled.Auroc!.Value, 0.3, 0.7);
    }

    [Fact]
    public void Two_runs_with_one_seed_agree_in_every_number()
    {
        PolicyReport again = Study(new SyntheticLog());

        Assert.Equal(Longer.Value.Monitors.Select(monitor => monitor.Interval), again.Monitors.Select(monitor => monitor.Interval));
        Assert.Equal(Longer.Value.Monitors.Select(monitor => monitor.VersusLength), again.Monitors.Select(monitor => monitor.VersusLength));
    }

    [Fact]
    public void Too_few_failures_give_no_area_and_a_warning()
    {
        using TemporaryFolder folder = new();
        string file = folder.Write("few.jsonl", new SyntheticLog { Failures = 4 }.Text());

        StudyReport report = FailureStudy.Run([file], null, new StudySettings());

        Assert.Null(report.Policies[0].Length.Auroc);
        Assert.All(report.Policies[0].Monitors, monitor => Assert.Null(monitor.Auroc));
        Assert.Equal("too_few_episodes", Assert.Single(report.Warnings).Kind);
    }

    private static PolicyReport Study(SyntheticLog log)
    {
        using TemporaryFolder folder = new();
        string file = folder.Write("policy.jsonl", log.Text());
        return FailureStudy.Run([file], null, new StudySettings(Resamples: 400)).Policies[0];
    }

    private static MonitorReport Monitor(PolicyReport policy, string name) => policy.Monitors.Single(monitor => monitor.Name == name);
}
