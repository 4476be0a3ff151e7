using Interlock.Core.Diagnostics;
using Interlock.Policies.Confidence;
using Xunit;

namespace Interlock.Policies.Tests.Confidence;

public sealed class ConfidenceMeterTests
{
    private static readonly ConfidenceCalibration Calibrated = Rollouts.Calibrate(Rollouts.Settings, alpha: 0.1, episodes: 60, firstSeed: 1);

    [Fact]
    public void Without_a_calibration_values_are_shown_and_nothing_is_judged()
    {
        ConfidenceMeter meter = new(Rollouts.Settings, Rollouts.Policy);
        ConfidenceReading reading = Rollouts.Measure(meter, seed: 5, spread: 1000)[^1];
        Assert.False(meter.IsCalibrated);
        Assert.False(reading.IsCalibrated);
        Assert.False(reading.IsAlarm);
        Assert.Null(reading.OverallP);
        SignalReading spread = reading[ConfidenceSignal.SampleDisagreement];
        Assert.Equal(1 / (1 + spread.Value), reading.Confidence!.Value, 1e-12);
        Assert.Null(spread.Threshold);
        Assert.Equal(SignalState.NotUsed, reading[ConfidenceSignal.TokenEntropy].State);
    }

    [Fact]
    public void Confidence_is_one_half_at_the_threshold_and_an_alarm_below()
    {
        ConfidenceMeter meter = new(Calibrated, Rollouts.Policy);
        foreach (double spread in new[] { 0.1, 1, 1.5, 3, 10 })
        {
            Assert.All(Rollouts.Measure(meter, seed: 99, spread), reading => Assert.Equal(reading.IsAlarm, reading.Confidence < 0.5));
        }
    }

    [Fact]
    public void The_worst_signal_is_named()
    {
        ConfidenceMeter meter = new(Calibrated, Rollouts.Policy);
        Assert.Equal(ConfidenceSignal.OodNeighbour, Rollouts.Measure(meter, seed: 7, offset: 50)[0].WorstSignal);
        Assert.Equal(ConfidenceSignal.SampleDisagreement, Rollouts.Measure(meter, seed: 7, spread: 50)[0].WorstSignal);
    }

    [Fact]
    public void The_first_chunk_of_an_episode_has_nothing_to_overlap_with()
    {
        ConfidenceMeter meter = new(Calibrated, Rollouts.Policy);
        List<ConfidenceReading> readings = Rollouts.Measure(meter, seed: 3);
        Assert.Equal(SignalState.Undefined, readings[0][ConfidenceSignal.ChunkOverlap].State);
        Assert.Null(readings[0][ConfidenceSignal.ChunkOverlap].PValue);
        Assert.Equal(SignalState.Measured, readings[1][ConfidenceSignal.ChunkOverlap].State);
        Assert.Equal(SignalState.Undefined, Rollouts.Measure(meter, seed: 3)[0][ConfidenceSignal.ChunkOverlap].State);
    }

    [Theory]
    [InlineData(double.NaN, 0, 3)]
    [InlineData(double.PositiveInfinity, 0, 3)]
    [InlineData(0, double.NaN, 3)]
    [InlineData(0, 0, 1)]
    public void What_cannot_be_measured_is_the_worst(double action, double state, int samples)
    {
        ConfidenceMeter meter = new(Calibrated, Rollouts.Policy);
        PolicyChunk chunk = new(4, 2, 3);
        chunk.Reset(4, samples);
        chunk.Actions.Fill(action);
        ConfidenceReading reading = meter.Measure(chunk, Asking.Seen(0, state, 0));
        Assert.True(reading.IsAlarm);
        Assert.Equal(0, reading.Confidence);
        Assert.Equal(4.0 / 61, reading.OverallP!.Value, 1e-12);
    }

    [Fact]
    public void Entropy_that_was_promised_and_is_not_told_is_the_worst()
    {
        ConfidenceSettings settings = new() { ChannelSpans = [1, 1], TokenEntropy = true, Overlap = OverlapKind.None };
        ConfidenceMeter meter = new(settings, Rollouts.Policy);
        PolicyChunk chunk = new(4, 2, 3);
        chunk.Reset(1);
        Assert.Equal(double.NaN, meter.Measure(chunk, Asking.Seen(0))[ConfidenceSignal.TokenEntropy].Value);
        chunk.TokenEntropyNats = 1.5;
        Assert.Equal(1.5, meter.Measure(chunk, Asking.Seen(0))[ConfidenceSignal.TokenEntropy].Value);
    }

    [Fact]
    public void A_state_of_another_length_is_the_worst()
    {
        ConfidenceMeter meter = new(Calibrated, Rollouts.Policy);
        PolicyChunk chunk = new(4, 2, 3);
        chunk.Reset(4, 3);
        Assert.True(meter.Measure(chunk, Asking.Seen(0, 1)).IsAlarm);
    }

    [Fact]
    public void Nothing_is_allocated()
    {
        ConfidenceSettings settings = Rollouts.Settings with { Overlap = OverlapKind.Samples, TokenEntropy = true };
        ConfidenceMeter meter = new(Rollouts.Calibrate(settings with { TokenEntropy = false }, 0.1, 60, 1), Rollouts.Policy);
        PolicyChunk chunk = new(4, 2, 3);
        chunk.Reset(4, 3);
        Core.Observations.Observation seen = Asking.Seen(0, 0, 0);
        meter.Measure(chunk, seen);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 200; i++)
        {
            meter.Measure(chunk, seen);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void A_calibration_of_another_policy_is_refused()
    {
        Assert.Equal("PO193", Assert.Throws<DiagnosticException>(() => new ConfidenceMeter(Calibrated, Asking.Shape(3, 4, 3))).Diagnostics[0].Code);
        Assert.Equal("PO193", Assert.Throws<DiagnosticException>(() => new ConfidenceMeter(Calibrated, Asking.Shape(2, 4))).Diagnostics[0].Code);
    }
}
