using Interlock.ExecSpec.Specification;

namespace Interlock.ExecSpec.Import.OpenVla;

/// <summary>Constants that OpenVLA-OFT (<c>prismatic/vla/constants.py</c>) has per platform.</summary>
/// <param name="Name">The platform.</param>
/// <param name="Chunk">Actions per inference.</param>
/// <param name="ActionChannels">Numbers of one action.</param>
/// <param name="StateChannels">Numbers of the robot's state.</param>
/// <param name="Scheme">Quantiles, or smallest and largest for ALOHA.</param>
internal sealed record OftPlatform(string Name, int Chunk, int ActionChannels, int StateChannels, NormalisationScheme Scheme)
{
    public static OftPlatform Of(ImportPlatform platform) => platform switch
    {
        ImportPlatform.Libero => new("libero", 8, 7, 8, NormalisationScheme.Quantile),
        ImportPlatform.Aloha => new("aloha", 25, 14, 14, NormalisationScheme.MinMax),
        ImportPlatform.Bridge => new("bridge", 5, 7, 7, NormalisationScheme.Quantile),
        _ => throw new ArgumentOutOfRangeException(nameof(platform)),
    };
}
