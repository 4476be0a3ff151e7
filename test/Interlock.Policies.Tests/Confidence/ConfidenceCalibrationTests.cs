using Interlock.Core.Diagnostics;
using Interlock.Policies.Confidence;
using Xunit;

namespace Interlock.Policies.Tests.Confidence;

public sealed class ConfidenceCalibrationTests
{
    private static readonly ConfidenceCalibration Made = Rollouts.Calibrate(Rollouts.Settings, alpha: 0.1, episodes: 39, firstSeed: 1);
    private static readonly string Text = ConfidenceCalibrationFile.ToText(Made);

    [Fact]
    public void Too_few_episodes_carry_no_claim_and_the_number_that_would_is_told()
    {
        DiagnosticException refused = Assert.Throws<DiagnosticException>(() => Rollouts.Calibrate(Rollouts.Settings, 0.1, 38, 1));
        Assert.Equal("PO190", refused.Diagnostics[0].Code);
        Assert.Contains("use 39 episodes", refused.Diagnostics[0].Hint);
    }

    [Fact]
    public void The_claim_is_printed_with_its_scope() =>
        Assert.Equal("at most 10 % of episodes like the 39 calibration episodes have an alarm (Bonferroni over 4 signals)", Made.Claim);

    [Fact]
    public void An_episode_counts_once_however_long_it_is()
    {
        ConfidenceCalibrator calibrator = new(Rollouts.Settings, 0.1);
        Rollouts.Measure(new ConfidenceMeter(Rollouts.Settings, Rollouts.Policy), 1).ForEach(reading => calibrator.Observe(reading));
        calibrator.EndEpisode();
        calibrator.EndEpisode();
        Assert.Equal(1, calibrator.EpisodeCount);
    }

    [Fact]
    public void A_signal_that_was_never_defined_is_refused()
    {
        ConfidenceSettings settings = Rollouts.Settings;
        ConfidenceCalibrator calibrator = new(settings, 0.1);
        ConfidenceMeter meter = new(settings, Rollouts.Policy);
        for (int episode = 0; episode < 39; episode++)
        {
            calibrator.Observe(Rollouts.Measure(meter, (ulong)episode)[0]);
            calibrator.EndEpisode();
        }

        Diagnostic finding = Assert.Throws<DiagnosticException>(calibrator.Finish).Diagnostics[0];
        Assert.Equal("PO191", finding.Code);
        Assert.Contains("chunk_overlap was never defined", finding.Message);
    }

    [Fact]
    public void A_file_reads_back_to_the_same_bytes_and_judges_alike()
    {
        ConfidenceCalibration read = ConfidenceCalibrationFile.Parse(Text, "c.confidence.json");
        Assert.Equal(Text, ConfidenceCalibrationFile.ToText(read));
        List<ConfidenceReading> before = Rollouts.Measure(new ConfidenceMeter(Made, Rollouts.Policy), 77, spread: 1.4);
        List<ConfidenceReading> after = Rollouts.Measure(new ConfidenceMeter(read, Rollouts.Policy), 77, spread: 1.4);
        Assert.Equal(before.Select(Judged), after.Select(Judged));
    }

    [Theory]
    [InlineData("\"alpha\": 0.1", "\"alpha\": 0.2", "PO192")]
    [InlineData("\"alpha\": 0.1", "\"alpha\": 0.001", "PO192")]
    [InlineData("\"alpha\": 0.1", "\"alpha\": 0", "PO174")]
    [InlineData("\"alpha\": 0.1", "\"alpha\": 1", "PO192")]
    [InlineData("\"threshold\": 0", "\"threshold\": 10", "PO192")]
    [InlineData("\"episodes\": 39", "\"episodes\": 40", "PO192")]
    [InlineData("\"samples\": \"sampling\"", "\"samples\": \"ensemble\"", "PO192")]
    [InlineData("\"samples\": \"sampling\"", "\"samples\": \"samplings\"", "PO174")]
    [InlineData("\"overlap\": \"executed\"", "\"overlap\": \"none\"", "PO192")]
    [InlineData("\"bonferroni\"", "\"fisher\"", "PO174")]
    [InlineData("\"confidence/1\"", "\"confidence/9\"", "PO173")]
    [InlineData("\"neighbours\": 5", "\"neighbours\": 0", "PO174")]
    [InlineData("\"deviation\"", "\"deviations\"", "PO172")]
    public void A_file_that_contradicts_itself_is_refused(string right, string wrong, string code)
    {
        Assert.Contains(right, Text);
        DiagnosticException refused = Assert.Throws<DiagnosticException>(() => ConfidenceCalibrationFile.Parse(Text.Replace(right, wrong), "c"));
        Assert.Contains(code, refused.Diagnostics.Select(item => item.Code));
    }

    [Fact]
    public void A_cut_file_is_a_finding_and_never_a_crash()
    {
        for (int length = 0; length < Text.Length - 2; length += 97)
        {
            Assert.Throws<DiagnosticException>(() => ConfidenceCalibrationFile.Parse(Text[..length], "c"));
        }
    }

    private static (double?, double?, bool) Judged(ConfidenceReading reading) => (reading.OverallP, reading.Disagreement, reading.IsAlarm);
}
