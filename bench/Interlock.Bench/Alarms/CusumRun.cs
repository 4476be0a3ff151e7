using Interlock.Core.Episodes;
using Interlock.Core.Randomness;
using Interlock.Guard.Alarms;
using Interlock.Guard.Calibration;
using Interlock.Guard.Calibration.Conformal;
using Interlock.Guard.Calibration.Models;

namespace Interlock.Bench.Alarms;

/// <summary>A calibrated CUSUM on fresh episodes that follow each other without a reset, as the bootstrap takes them.</summary>
internal sealed class CusumRun(CalibrationOutcome outcome, double correlation)
{
    private const double SecondsPerHour = 3600;
    private const int ShiftedStreams = 25;
    private const int ShiftedSteps = 3000;

    private readonly ConformalModel _model = outcome.Calibration.Models.Conformal!;
    private readonly CusumCalibration _cusum = outcome.Calibration.Alarms.Cusum!;

    /// <summary>Alarms per hour over at least so many in-control steps.</summary>
    public double AlarmsPerHour(ulong seed, long steps)
    {
        SeededRandom random = new(seed);
        return AlarmsPerHour(Enumerable.Range(0, int.MaxValue).Select(i => AutoregressiveEpisodes.Next(random, i, correlation)), steps);
    }

    /// <summary>Alarms per hour over the first so many steps of some episodes.</summary>
    public double AlarmsPerHour(IEnumerable<Episode> episodes, long steps)
    {
        CusumAlarm alarm = new(_cusum);
        long alarms = 0;
        long seen = 0;
        foreach (Episode episode in episodes)
        {
            for (int t = 0; t < episode.Length; t++)
            {
                alarms += alarm.Observe(PValue(episode.Action(t), shift: 0)) ? 1 : 0;
            }

            seen += episode.Length;
            if (seen >= steps)
            {
                break;
            }
        }

        return alarms / (seen / AutoregressiveEpisodes.RateHz / SecondsPerHour);
    }

    /// <summary>Median steps until the alarm when every channel is shifted by <paramref name="shift"/> standard deviations from the first step on.</summary>
    public double MedianDelay(ulong seed, double shift)
    {
        SeededRandom random = new(seed);
        double[] delays = [.. Enumerable.Range(0, ShiftedStreams).Select(_ => Delay(random, shift)).Order()];
        return delays[ShiftedStreams / 2];
    }

    private double Delay(SeededRandom random, double shift)
    {
        CusumAlarm alarm = new(_cusum);
        Episode episode = AutoregressiveEpisodes.Next(random, 0, correlation, ShiftedSteps);
        for (int t = 0; t < episode.Length; t++)
        {
            if (alarm.Observe(PValue(episode.Action(t), shift)))
            {
                return t + 1;
            }
        }

        return double.PositiveInfinity;
    }

    private double PValue(ReadOnlySpan<double> action, double shift)
    {
        double score = 0;
        for (int j = 0; j < action.Length; j++)
        {
            score = Math.Max(score, Math.Abs(action[j] + shift - _model.Mean[j]) / _model.Scale[j]);
        }

        return ConformalPValue.Of(_model.SortedScores, score);
    }
}
