using System.Globalization;
using Interlock.Guard.Alarms;
using Interlock.Guard.Calibration;
using Interlock.Simulation.Episodes;

namespace Interlock.Bench.Alarms;

/// <summary>
/// What a stated budget of false alarms is worth: calibrations on few autocorrelated episodes, each CUSUM then run over 10⁶ fresh
/// in-control steps, and over a stream shifted by three standard deviations.
/// </summary>
internal static class CusumBudgetBench
{
    private const long InControlSteps = 1_000_000;
    private const int Seeds = 20;
    private const int ArmSeeds = 5;
    private const int ArmDemonstrations = 50;
    private const int ArmEpisodes = 1000;
    private const long ArmSteps = 250_000;
    private const double Shift = 3;
    private const double Allowance = 1.2;
    private const double CalibrationShare = 0.6;

    private static readonly int[] CalibrationEpisodes = [20, 24, 40, 100];
    private static readonly double[] Correlations = [0.9, 0.98];
    private static readonly double[] BudgetsPerHour = [60, 10, 1];

    public static void Run(TextWriter output)
    {
        output.WriteLine("episodes  correlation  budget/h  kept  refused  median/h  worst/h  delay (steps, shift 3)");
        foreach (int episodes in CalibrationEpisodes)
        {
            foreach (double correlation in Correlations)
            {
                foreach (double budget in BudgetsPerHour)
                {
                    Row[] rows = [.. Enumerable.Range(0, Seeds).Select(seed => Measure((ulong)seed, episodes, correlation, budget))];
                    output.WriteLine(Line(episodes.ToString(CultureInfo.InvariantCulture), correlation, budget, rows));
                }
            }
        }

        foreach (double budget in BudgetsPerHour)
        {
            Row[] rows = [.. Enumerable.Range(1, ArmSeeds).Select(seed => Arm((ulong)seed, budget))];
            output.WriteLine(Line("arm 30", double.NaN, budget, rows));
        }
    }

    /// <summary>The same for the demo's arm: 50 demonstrations, 30 of which make the threshold, and fresh ones.</summary>
    private static Row Arm(ulong seed, double budget)
    {
        CalibrationOutcome outcome = DemonstrationCalibrator.Calibrate(
            new DemonstrationGenerator(ArmDemonstrations, seed), new CalibrationOptions { Seed = seed, Alarms = new AlarmOptions { FalseAlarmsPerHour = budget } });
        return outcome.Calibration.Alarms.Cusum is null
            ? new Row(Refused: true, 0, double.NaN)
            : new Row(Refused: false, new CusumRun(outcome, 0).AlarmsPerHour(new DemonstrationGenerator(ArmEpisodes, seed + 1_000_000).ReadEpisodes(), ArmSteps), double.NaN);
    }

    private static Row Measure(ulong seed, int episodes, double correlation, double budget)
    {
        int total = (int)(episodes / CalibrationShare) + 1;

        CalibrationOutcome outcome = DemonstrationCalibrator.Calibrate(
            AutoregressiveEpisodes.Of(seed, total, correlation),
            new CalibrationOptions { Seed = seed, Alarms = new AlarmOptions { FalseAlarmsPerHour = budget } });
        if (outcome.Calibration.Alarms.Cusum is null)
        {
            return new Row(Refused: true, 0, double.NaN);
        }

        CusumRun run = new(outcome, correlation);
        return new Row(Refused: false, run.AlarmsPerHour(seed + 1_000_000, InControlSteps), run.MedianDelay(seed + 2_000_000, Shift));
    }

    private static string Line(string episodes, double correlation, double budget, Row[] rows)
    {
        Row[] armed = [.. rows.Where(row => !row.Refused).OrderBy(row => row.PerHour)];
        int kept = rows.Count(row => row.PerHour <= Allowance * budget);
        string measured = armed.Length == 0
            ? "-"
            : string.Create(CultureInfo.InvariantCulture, $"{armed[armed.Length / 2].PerHour,8:0.##} {armed[^1].PerHour,8:0.##} {armed.Select(row => row.Delay).Order().ElementAt(armed.Length / 2),8:0}");
        return string.Create(CultureInfo.InvariantCulture, $"{episodes,8} {correlation,12} {budget,9} {kept,3}/{rows.Length} {rows.Length - armed.Length,8}  {measured}");
    }

    private readonly record struct Row(bool Refused, double PerHour, double Delay);
}
