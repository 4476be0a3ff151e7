using Interlock.Core.Randomness;

namespace Interlock.Guard.Calibration.Conformal;

/// <summary>
/// Bounds the number of scores that are held: of a long calibration set every stride-th step of each episode is taken,
/// from a random first step on. By symmetry a step of a new episode is as likely to be taken as any other, so a claim on
/// the expected fraction of steps is not touched; only a maximum over an episode needs, and gets, every step.
/// </summary>
internal sealed class ScoreStride
{
    /// <summary>2 MiB of scores for each threshold.</summary>
    public const int HeldScores = 1 << 18;

    private readonly SeededRandom _random;

    public ScoreStride(long totalSteps, SeededRandom random)
    {
        Steps = (int)((totalSteps + HeldScores - 1) / HeldScores);
        _random = random;
    }

    /// <summary>The stride; 1 takes every step.</summary>
    public int Steps { get; }

    /// <summary>First step of an episode that is taken.</summary>
    public int FirstOf(int length) => _random.NextInt(Math.Min(Steps, length));
}
