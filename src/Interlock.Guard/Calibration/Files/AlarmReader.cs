using Interlock.Guard.Alarms;
using Interlock.Guard.Monitors;

namespace Interlock.Guard.Calibration.Files;

/// <summary>Reads the alarms.</summary>
internal static class AlarmReader
{
    private const int LargestWindow = 1 << 16;
    private const int LargestBin = 1 << 24;

    public static AlarmCalibration Read(CalibrationNode? node)
    {
        if (node is null)
        {
            return new AlarmCalibration();
        }

        FunctionalBand[] bands = [.. node.Children("bands").Select(Band)];
        string[] monitors = [.. bands.Select(band => band.Monitor)];
        if (monitors.Distinct().Count() != monitors.Length)
        {
            node.Error(CalibrationCodes.WrongKey, "bands has two bands for one monitor", "bands");
        }

        AlarmCalibration alarms = new()
        {
            Cusum = Cusum(node.Child("cusum", required: false)),
            Bands = bands,
            BandRules = [.. node.Children("band_rules").Select(rule => BandRule(rule, monitors))],
            Conjunctions = [.. node.Children("conjunctions").Select(rule => Conjunction(rule, monitors))],
            EpisodeShift = Shift(node.Child("episode_shift", required: false)),
        };
        node.RefuseOthers();
        return alarms;
    }

    private static CusumCalibration? Cusum(CalibrationNode? node)
    {
        if (node is null)
        {
            return null;
        }

        CusumCalibration cusum = new(
            node.Number("alpha", 0, 1),
            node.Number("reference", 0, 1),
            node.Number("threshold", above: 0),
            node.Number("false_alarms_per_hour", above: 0),
            node.Number("rate_hz", above: 0),
            node.Number("in_control_rate", above: -1, below: 2));
        node.RefuseOthers();
        return cusum;
    }

    private static FunctionalBand Band(CalibrationNode node)
    {
        double[] mean = node.Numbers("mean");
        if (mean.Length == 0)
        {
            node.Error(CalibrationCodes.WrongLength, "a band needs at least one bin", "mean");
        }

        FunctionalBand band = new()
        {
            Monitor = node.Text("monitor"),
            WorseWhen = node.Member<MonitorDirection>("worse_when"),
            WindowSteps = node.Count("window_steps", 1, LargestWindow),
            BinSteps = node.Count("bin_steps", 1, LargestBin),
            Mean = mean,
            Modulation = node.Numbers("modulation", mean.Length, above: 0),
        };
        node.RefuseOthers();
        return band;
    }

    private static BandRule BandRule(CalibrationNode node, string[] monitors)
    {
        BandRule rule = new(node.Text("name"), node.Number("alpha", 0, 1), node.Names("monitors"), node.Number("threshold"));
        RequireBands(node, rule.Monitors, monitors, "monitors");
        node.RefuseOthers();
        return rule;
    }

    private static ConjunctionRule Conjunction(CalibrationNode node, string[] monitors)
    {
        ConjunctionRule rule = new(
            node.Text("name"),
            node.Number("alpha", 0, 1),
            node.Text("novel"),
            node.Text("confused"),
            node.Number("threshold"));
        RequireBands(node, [rule.Novel], monitors, "novel");
        RequireBands(node, [rule.Confused], monitors, "confused");
        node.RefuseOthers();
        return rule;
    }

    private static EpisodeShiftCalibration? Shift(CalibrationNode? node)
    {
        if (node is null)
        {
            return null;
        }

        EpisodeShiftCalibration shift = new(node.Number("alpha", 0, 1), node.Text("monitor"), node.Ascending("sorted_scores"));
        if (shift.SortedScores.Length >= EpisodeShiftTest.Capacity)
        {
            node.Error(
                CalibrationCodes.WrongLength,
                $"sorted_scores has {shift.SortedScores.Length} entries, fewer than {EpisodeShiftTest.Capacity} are remembered",
                "sorted_scores");
        }

        node.RefuseOthers();
        return shift;
    }

    private static void RequireBands(CalibrationNode node, IEnumerable<string> named, string[] monitors, string key)
    {
        foreach (string name in named.Where(name => !monitors.Contains(name)))
        {
            node.Error(CalibrationCodes.WrongKey, $"a rule names monitor '{name}', which has no band", key);
        }
    }
}
