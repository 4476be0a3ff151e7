namespace Interlock.Policies.Networks;

/// <summary>
/// Uniform numbers that depend on where they are used and on nothing that came before, so that a cancelled answer does not change
/// the next one: SplitMix64's finaliser over the place.
/// </summary>
internal readonly struct CountedBits(ulong seed, long step, int sample)
{
    private const double UnitOf53Bits = 1.0 / (1UL << 53);

    private readonly ulong _key = Mix(Mix(seed + 0x9E3779B97F4A7C15) ^ Mix((ulong)step + 0xD1B54A32D192ED03) ^ (ulong)(uint)sample);

    /// <summary>Uniform in [0, 1).</summary>
    public double Uniform(int layer, int unit) => (Mix(_key + (((ulong)(uint)layer << 32) | (uint)unit)) >> 11) * UnitOf53Bits;

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
