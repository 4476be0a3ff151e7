using Interlock.Guard.Alarms;
using Interlock.Guard.Calibration;
using Interlock.Guard.Calibration.Files;
using Interlock.Guard.Calibration.Models;
using Interlock.Guard.Monitors;

namespace Interlock.Dashboard.Tests.Series;

/// <summary>A calibration with a CUSUM and one band on the monitor "stall": two bins of 100 steps, alarm at 1 + 3 × 0.5 and at 2 + 3 × 0.25.</summary>
internal static class CalibrationSample
{
    public static string Text(params string[] channels) => CalibrationWriter.ToText(new GuardCalibration
    {
        Name = "arm",
        Channels = channels,
        Coverage = new CoverageStatement { Alpha = 0.05, Guarantee = CoverageGuarantee.Step, Box = BoxKind.Joint, Guaranteed = true, Thresholds = [3], Words = "a promise" },
        Models = new MonitorModels(),
        Alarms = new AlarmCalibration
        {
            Cusum = new CusumCalibration(0.05, 0.2, 7.5, 1, 1000, 0.04),
            Bands = [new FunctionalBand { Monitor = "stall", WorseWhen = MonitorDirection.Higher, WindowSteps = 10, BinSteps = 100, Mean = [1, 2], Modulation = [0.5, 0.25] }],
            BandRules = [new BandRule("band", 0.1, ["stall"], 3)],
        },
        Provenance = new CalibrationProvenance
        {
            Source = "demos",
            DataSha256 = new string('a', 64),
            OptionsSha256 = new string('b', 64),
            ToolVersion = "1.0.0",
            Seed = 1,
            FitEpisodes = [5],
            CalibrationEpisodes = [0, 1, 2],
            HoldoutEpisodes = [3, 4],
        },
    });
}
