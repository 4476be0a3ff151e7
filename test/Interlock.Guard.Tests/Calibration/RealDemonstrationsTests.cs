using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Interlock.Core.Episodes;
using Interlock.Core.Statistics;
using Interlock.Core.Units;
using Interlock.Guard.Calibration;
using Interlock.Guard.Calibration.Report;
using Interlock.Guard.Tests.Calibration.Clipping;

namespace Interlock.Guard.Tests.Calibration;

/// <summary>Calibration of recorded demonstrations, against percentiles computed another way.</summary>
public class RealDemonstrationsTests
{
    [SharedFact("data/aloha-sim-transfer-cube")]
    public void Aloha_steps_equal_an_independent_percentile_and_held_out_episodes_stay_inside()
    {
        Demonstrations source = Aloha();
        CalibrationOutcome outcome = DemonstrationCalibrator.Calibrate(source, new CalibrationOptions { RateHz = 50 });
        RequirePercentiles(source, outcome);
        Assert.True(outcome.Report.Coverage.Guaranteed);
        Assert.True(outcome.Report.HoldoutCoverage.Interval.High >= 0.95);
        Assert.DoesNotContain(outcome.Report.Findings, item => item.Code == "GD439");
    }

    [SharedFact("data/pusht")]
    public void PushT_steps_equal_an_independent_percentile_and_held_out_episodes_stay_inside()
    {
        Demonstrations source = PushT();
        CalibrationOutcome outcome = DemonstrationCalibrator.Calibrate(source, new CalibrationOptions { RateHz = 10 });
        RequirePercentiles(source, outcome);
        Assert.Equal([34, 31], outcome.Contract.Channels.Select(channel => (int)Math.Round(channel.MaxStep!.Value)));
        Assert.InRange(outcome.Report.HoldoutCoverage.Value, 0.9, 1);
        Assert.True(outcome.Report.HoldoutCoverage.Interval.High >= 0.95);
    }

    [SharedFact("data/aloha-sim-transfer-cube")]
    public void Aloha_held_out_episodes_are_clipped_no_more_than_claimed() => RequireClipRate(Aloha());

    [SharedFact("data/pusht")]
    public void PushT_held_out_episodes_are_clipped_no_more_than_claimed() => RequireClipRate(PushT());

    /// <summary>The contract with the percentile over all episodes against the claim; the one that held-out episodes did not make against the number reported.</summary>
    private static void RequireClipRate(Demonstrations source)
    {
        CalibrationOutcome usual = DemonstrationCalibrator.Calibrate(source, new CalibrationOptions());
        CalibrationOutcome notHeldOut = DemonstrationCalibrator.Calibrate(source, new CalibrationOptions { VelocityEpisodes = VelocityEpisodes.NotHeldOut });
        HashSet<int> heldOut = [.. usual.Calibration.Provenance.HoldoutEpisodes];
        Episode[] episodes = [.. source.ReadEpisodes().Where(episode => heldOut.Contains(episode.Index))];
        GuardClipRate reported = usual.Report.ClipRate;
        Assert.Equal(ClipRateTests.ChangedShare(notHeldOut.Contract, episodes), reported.Holdout.Value, 1e-12);
        Assert.Equal(reported.Claimed, notHeldOut.Report.ClipRate.Claimed);
        Assert.True(reported.Holdout.Interval.Low <= reported.Claimed, $"{reported.Holdout} and {reported.Claimed} claimed");
        double usualRate = ClipRateTests.ChangedShare(usual.Contract, episodes);
        double allowed = reported.Claimed + (reported.Holdout.Value - reported.Holdout.Interval.Low);
        Assert.True(usualRate <= allowed, $"{usualRate} replayed, {reported.Claimed} claimed");
    }

    private static void RequirePercentiles(Demonstrations source, CalibrationOutcome outcome)
    {
        for (int j = 0; j < outcome.Contract.Channels.Count; j++)
        {
            double[] steps = [.. source.ReadEpisodes().SelectMany(episode => Enumerable.Range(1, episode.Length - 1).Select(t => Math.Abs(episode.Action(t)[j] - episode.Action(t - 1)[j]))).Order()];
            Assert.Equal(Quantile.Linear(steps, 0.99), outcome.Contract.Channels[j].MaxStep!.Value, 1e-9);
        }
    }

    private static Demonstrations PushT()
    {
        string[] rows = File.ReadAllLines(SharedFiles.PathOf("data/pusht/replay_golden.csv"));
        string[] header = rows[0].Split(',');
        int episode = Array.IndexOf(header, "episode");
        int step = Array.IndexOf(header, "step");
        int action = Array.FindIndex(header, name => name.StartsWith("action", StringComparison.Ordinal));
        var recorded = rows.Skip(1).Select(row => row.Split(',')).Where(cells => cells[step] != "-1");
        return new Demonstrations(
            [.. recorded.GroupBy(cells => cells[episode]).Select((group, i) => Demonstrations.Of(i, 2, [.. group.SelectMany(cells => new[] { Number(cells[action]), Number(cells[action + 1]) })]))],
            rateHz: 10,
            unit: ChannelUnit.Pixel);
    }

    private static Demonstrations Aloha()
    {
        byte[] actions = Body("data/aloha-sim-transfer-cube/features/actions.npy", out int rows, out int columns);
        byte[] ids = Body("data/aloha-sim-transfer-cube/features/episode_ids.npy", out _, out _);
        List<Episode> episodes = [];
        foreach (var group in Enumerable.Range(0, rows).GroupBy(row => BitConverter.ToInt64(ids, row * sizeof(long))))
        {
            double[] values = [.. group.SelectMany(row => Enumerable.Range(0, columns).Select(j => (double)BitConverter.ToSingle(actions, ((row * columns) + j) * sizeof(float))))];
            episodes.Add(Demonstrations.Of((int)group.Key, columns, values));
        }

        return new Demonstrations(episodes, rateHz: 50);
    }

    private static byte[] Body(string path, out int rows, out int columns)
    {
        byte[] file = File.ReadAllBytes(SharedFiles.PathOf(path));
        int header = BitConverter.ToUInt16(file, 8);
        int[] shape = [.. Regex.Match(Encoding.ASCII.GetString(file, 10, header), @"\(([^)]*)\)").Groups[1].Value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(int.Parse)];
        rows = shape[0];
        columns = shape.Length > 1 ? shape[1] : 1;
        return file[(10 + header)..];
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
