using Interlock.Core.Episodes;

namespace Interlock.Datasets.Inspection.Checks;

/// <summary>Times that are not step / rate. LeRobot computes them so; others carry real jitter, an offset, or another rate.</summary>
internal sealed class TimestampCheck(double? rateHz) : IEpisodeCheck
{
    /// <summary>Deviation that LeRobot accepts when it looks for a video frame, in seconds.</summary>
    private const double ToleranceS = 1e-4;

    /// <summary>Rounding of a time stored as float32.</summary>
    private const double FloatRounding = 1.2e-7;

    private int _episodes;
    private double _largestS;
    private string _worst = "";

    public void See(Episode episode)
    {
        if (rateHz is not { } rate || episode.TimestampsS is not { } times)
        {
            return;
        }

        bool isOdd = false;
        for (int step = 0; step < times.Length; step++)
        {
            double expected = step / rate;
            double deviation = Math.Abs(times[step] - expected);
            if (deviation <= ToleranceS + (FloatRounding * expected))
            {
                continue;
            }

            isOdd = true;
            if (!(deviation <= _largestS))
            {
                _largestS = deviation;
                _worst = $"episode {episode.Index}, step {step} has {times[step]:0.####} s where {expected:0.####} s is expected";
            }
        }

        _episodes += isOdd ? 1 : 0;
    }

    public IEnumerable<DatasetOddity> Findings()
    {
        if (_episodes > 0)
        {
            yield return new DatasetOddity(
                OddityCodes.Timestamps,
                $"timestamps of {_episodes} episodes are not step / {rateHz} Hz; {_worst}");
        }
    }
}
