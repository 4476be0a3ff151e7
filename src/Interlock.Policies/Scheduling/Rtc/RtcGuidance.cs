namespace Interlock.Policies.Scheduling.Rtc;

/// <summary>
/// The guided denoising step of real-time chunking for flow-matching policies that run here: bends the velocity so that the chunk agrees
/// with the rows under way. LeRobot's <c>guided</c> mode, in which the velocity counts as constant in the noisy chunk.
/// </summary>
public static class RtcGuidance
{
    /// <summary>LeRobot's <c>max_guidance_weight</c>.</summary>
    public const double DefaultMaxWeight = 10;

    /// <summary>v′ = v − g·(P − x₁)⊙w with x₁ = x − time·v. Rows without a row under way keep their velocity.</summary>
    /// <param name="noisy">x: the chunk being denoised, T×D.</param>
    /// <param name="velocity">v: what the network says, T×D.</param>
    /// <param name="leftover">P: the rows under way, at most T×D.</param>
    /// <param name="weights">w: one per row, T; see <see cref="RtcWeights"/>.</param>
    /// <param name="time">1 at pure noise, 0 at the finished chunk.</param>
    /// <param name="corrected">Receives v′, T×D; may be <paramref name="velocity"/>.</param>
    /// <param name="maxWeight">Largest g.</param>
    public static void Correct(
        ReadOnlySpan<double> noisy,
        ReadOnlySpan<double> velocity,
        ReadOnlySpan<double> leftover,
        ReadOnlySpan<double> weights,
        double time,
        Span<double> corrected,
        double maxWeight = DefaultMaxWeight)
    {
        ArgumentOutOfRangeException.ThrowIfZero(weights.Length);
        ArgumentOutOfRangeException.ThrowIfNotEqual(velocity.Length, noisy.Length);
        ArgumentOutOfRangeException.ThrowIfNotEqual(corrected.Length, noisy.Length);
        ArgumentOutOfRangeException.ThrowIfNotEqual(noisy.Length % weights.Length, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(leftover.Length, noisy.Length);
        int dimension = noisy.Length / weights.Length;
        double guidance = Weight(time, maxWeight);
        velocity.CopyTo(corrected);
        for (int i = 0; i < leftover.Length; i++)
        {
            double denoised = noisy[i] - (time * velocity[i]);
            corrected[i] = velocity[i] - (guidance * (leftover[i] - denoised) * weights[i / dimension]);
        }
    }

    /// <summary>g = min(c·r, max) with τ = 1 − time, c = (1 − τ)/τ and r = ((1 − τ)² + τ²)/(1 − τ)²; the largest at time 1, none at time 0.</summary>
    /// <param name="time">1 at pure noise, 0 at the finished chunk.</param>
    /// <param name="maxWeight">Largest g.</param>
    public static double Weight(double time, double maxWeight)
    {
        double tau = 1 - time;
        double weight = time / tau * (((time * time) + (tau * tau)) / (time * time));
        return double.IsNaN(weight) ? 0 : Math.Min(weight, maxWeight);
    }
}
