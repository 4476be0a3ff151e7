using Interlock.Core.Episodes;
using Interlock.Guard.Calibration;
using Interlock.Guard.Calibration.Models;
using Interlock.Guard.Monitors;

namespace Interlock.Guard.Tests.Calibration;

public sealed class HoldoutPValueTests
{
    private static readonly CalibrationOptions Usual = new() { Name = "cell" };

    [Fact]
    public void They_are_those_of_the_monitor_on_the_episodes_kept_aside()
    {
        Demonstrations source = Demonstrations.Autoregressive(3, 40, 90, 3, 0.9);
        CalibrationOutcome outcome = DemonstrationCalibrator.Calibrate(source, Usual);
        ActionGuard guard = new(outcome.Contract, new ActionGuardOptions { Calibration = outcome.Calibration });
        int monitor = guard.Monitors.ToList().FindIndex(each => each.Name == "p_value");
        HashSet<int> aside = [.. outcome.Calibration.Provenance.HoldoutEpisodes];
        List<double> seen = [];
        double[] command = new double[3];
        foreach (Episode episode in source.ReadEpisodes().Where(episode => aside.Contains(episode.Index)))
        {
            guard.BeginEpisode();
            for (int t = 0; t < episode.Length; t++)
            {
                guard.Step(episode.Action(t), command);
                seen.Add(guard.MonitorValue(monitor));
            }
        }

        Assert.Equal(8 * 90, seen.Count);
        Assert.Equal(seen, outcome.Report.HoldoutPValues);
    }

    [Fact]
    public void Of_many_long_episodes_each_gives_equally_many()
    {
        CalibrationOutcome outcome = DemonstrationCalibrator.Calibrate(Demonstrations.Autoregressive(3, 100, 300, 2, 0.9), Usual);
        Assert.Equal(20 * (2048 / 20), outcome.Report.HoldoutPValues.Count);
    }

    [Fact]
    public void Episodes_like_the_others_give_a_flat_histogram_and_strange_ones_a_heap_on_the_left()
    {
        // Independent steps: of 20 episodes of 100 each the share below 0.5 has a standard error of 1.1 %, and the calibration's own noise beside it.
        double[] alike = [.. DemonstrationCalibrator.Calibrate(Demonstrations.Autoregressive(11, 100, 100, 2, 0), Usual).Report.HoldoutPValues];
        Assert.InRange(alike.Count(value => value < 0.5) / (double)alike.Length, 0.43, 0.55);
        ConformalModel model = new([0, 0], [1, 1], [.. Enumerable.Range(0, 99).Select(i => i / 99.0)]);
        Guard.Calibration.Holdout.HoldoutPValues strange = new(model, 1);
        strange.Add(Demonstrations.Of(0, 2, 7, 7));
        Assert.Equal(0.01, Assert.Single(strange.Values));
    }
}
