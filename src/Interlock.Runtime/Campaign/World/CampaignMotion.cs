using Interlock.Core.Randomness;

namespace Interlock.Runtime.Campaign.World;

/// <summary>A slow motion of every channel, each on a sine of its own that begins at rest where the arm stands.</summary>
internal sealed class CampaignMotion
{
    private const double JointAmplitudeRad = 0.2;
    private const double GripperAmplitudeM = 0.015;
    private const double LowestRadPerS = 0.8;
    private const double HighestRadPerS = 1.4;

    /// <summary>Half of the smallest amplitude is left to chance.</summary>
    private const double LeastShare = 0.75;

    private readonly double[] _amplitude;
    private readonly double[] _radPerS;

    public CampaignMotion(int channels, SeededRandom random)
    {
        _amplitude = new double[channels];
        _radPerS = new double[channels];
        for (int i = 0; i < channels; i++)
        {
            bool isGripper = i == channels - 1;
            double sign = isGripper || random.NextDouble() < 0.5 ? 1 : -1;
            _amplitude[i] = sign * random.NextDouble(LeastShare, 1) * (isGripper ? GripperAmplitudeM : JointAmplitudeRad);
            _radPerS[i] = random.NextDouble(LowestRadPerS, HighestRadPerS);
        }
    }

    public void At(double phaseS, Span<double> position)
    {
        for (int i = 0; i < _amplitude.Length; i++)
        {
            position[i] = _amplitude[i] * (1 - Math.Cos(_radPerS[i] * phaseS));
        }
    }
}
