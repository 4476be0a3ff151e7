namespace Interlock.Runtime.Campaign.World;

/// <summary>Where on its motion a plan begins: at the place nearest to where the arm stands, from rest.</summary>
internal sealed class MotionAnchor(CampaignMotion motion, int channels)
{
    private const double RampS = 0.5;
    private const double SearchS = 1;
    private const double SearchStepS = 0.005;

    private readonly double[] _offset = new double[channels];
    private readonly double[] _place = new double[channels];
    private double _phaseS;
    private double _reachedS;

    /// <summary>Begins a plan at a measured state.</summary>
    public void Set(ReadOnlySpan<double> state)
    {
        double best = double.PositiveInfinity;
        double from = Math.Max(0, _reachedS - SearchS);
        for (int i = 0; i <= (int)(2 * SearchS / SearchStepS); i++)
        {
            double phase = from + (i * SearchStepS);
            motion.At(phase, _place);
            double distance = SquaredDistance(state);
            if (distance < best)
            {
                best = distance;
                _phaseS = phase;
            }
        }

        _reachedS = _phaseS;
        motion.At(_phaseS, _place);
        for (int i = 0; i < channels; i++)
        {
            _offset[i] = state[i] - _place[i];
        }
    }

    /// <summary>The position a time after the plan began; what the arm stood beside the motion fades.</summary>
    public void At(double sinceS, Span<double> position)
    {
        double phase = _phaseS + (sinceS < RampS ? sinceS * sinceS / (2 * RampS) : sinceS - (RampS / 2));
        motion.At(phase, position);
        double fade = Math.Exp(-sinceS * sinceS / (2 * RampS * RampS));
        for (int i = 0; i < channels; i++)
        {
            position[i] += _offset[i] * fade;
        }
    }

    /// <summary>The arm has come this far on the plan.</summary>
    public void Reached(double sinceS) => _reachedS = _phaseS + sinceS;

    private double SquaredDistance(ReadOnlySpan<double> state)
    {
        double sum = 0;
        for (int i = 0; i < channels; i++)
        {
            sum += (state[i] - _place[i]) * (state[i] - _place[i]);
        }

        return sum;
    }
}
