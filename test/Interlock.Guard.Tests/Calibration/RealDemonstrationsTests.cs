using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Interlock.Core.Episodes;
using Interlock.Core.Statistics;
using Interlock.Core.Units;
using Interlock.Guard.Calibration;

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
