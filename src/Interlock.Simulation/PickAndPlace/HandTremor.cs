using Interlock.Core.Randomness;

namespace Interlock.Simulation.PickAndPlace;

/// <summary>
/// Noise of a learned policy in joint space: slow wander (Ornstein–Uhlenbeck), which continues from chunk to chunk, and a
/// constant offset per chunk, which makes the seams between chunks visible. Both grow with the effort of the motion, as
/// noise of human movement does (Harris and Wolpert 1998), and nearly vanish at rest.
/// </summary>
internal sealed class HandTremor
{
    private const double WanderDeviationRad = 0.003;
    private const double WanderTimeS = 0.35;
    private const double SeamDeviationRad = 0.0015;
    private const double GripperShare = 0.1;

    /// <summary>What is left of the noise at rest.</summary>
    private const double RestShare = 0.02;

    /// <summary>Tool speed from which on the noise is whole.</summary>
    private const double FullEffortMPerS = 0.05;

    private readonly SeededRandom _random;
    private readonly double[] _wander;
    private readonly double[] _executedWander;
    private readonly double[] _seam;
    private readonly double _keep;
    private readonly double _renew;

    public HandTremor(int channels, double rateHz, SeededRandom random)
    {
        _random = random;
        _wander = new double[channels];
        _executedWander = new double[channels];
        _seam = new double[channels];
        _keep = Math.Exp(-1 / (rateHz * WanderTimeS));
        _renew = WanderDeviationRad * Math.Sqrt(1 - (_keep * _keep));
    }

    /// <summary>A new chunk continues where the executed part of the last one ended.</summary>
    public void BeginChunk()
    {
        _executedWander.CopyTo(_wander, 0);
        for (int channel = 0; channel < _seam.Length; channel++)
        {
            _seam[channel] = SeamDeviationRad * _random.NextNormal();
        }
    }

    /// <summary>The rows from here on will be replaced by the next chunk before they are executed.</summary>
    public void EndExecutedPart() => _wander.CopyTo(_executedWander, 0);

    /// <summary>Adds the noise of one step.</summary>
    /// <param name="action">The planned action.</param>
    /// <param name="toolSpeedMPerS">Speed of the planned motion.</param>
    public void AddTo(Span<double> action, double toolSpeedMPerS)
    {
        double effort = Math.Clamp(toolSpeedMPerS / FullEffortMPerS, RestShare, 1);
        for (int channel = 0; channel < action.Length; channel++)
        {
            _wander[channel] = (_keep * _wander[channel]) + (_renew * _random.NextNormal());
            double share = channel == action.Length - 1 ? GripperShare : 1;
            action[channel] += effort * share * (_wander[channel] + _seam[channel]);
        }
    }
}
