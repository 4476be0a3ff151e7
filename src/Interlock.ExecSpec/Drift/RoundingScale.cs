namespace Interlock.ExecSpec.Drift;

/// <summary>
/// Thresholds on the worst-case difference of a channel, in half-range units (specification note, section 9). Rounding the four published
/// LIBERO blocks gives at most 4.7e-4 as float16 and 3.8e-3 as bfloat16; the nearest wrong key is a mean of 0.127 away.
/// </summary>
public static class RoundingScale
{
    /// <summary>Up to here two decodings are equal.</summary>
    public const double EqualUpTo = 1e-6;

    /// <summary>Up to here the difference is storage rounding: worth a remark.</summary>
    public const double StorageUpTo = 5e-4;

    /// <summary>Up to here the difference is bfloat16 rounding: worth a warning. Beyond it the policy is a different one.</summary>
    public const double BFloat16UpTo = 5e-3;

    /// <summary>Sorts a worst-case difference; NaN is <see cref="StorageRounding.Different"/>.</summary>
    public static StorageRounding Of(double worst) => worst switch
    {
        <= EqualUpTo => StorageRounding.Equal,
        <= StorageUpTo => StorageRounding.Storage,
        <= BFloat16UpTo => StorageRounding.Bfloat16,
        _ => StorageRounding.Different,
    };
}
