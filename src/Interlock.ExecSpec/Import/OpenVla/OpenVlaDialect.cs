using Interlock.ExecSpec.Specification;

namespace Interlock.ExecSpec.Import.OpenVla;

/// <summary>What one library of the OpenVLA family does with the same statistics.</summary>
/// <param name="Library">Name of the library.</param>
/// <param name="Family">Name of the model family.</param>
/// <param name="Arithmetic">Its epsilons and clips.</param>
/// <param name="Scheme">The scheme that it picks; null when that is not known.</param>
/// <param name="Platform">Constants of the platform where the library has such; null for plain OpenVLA.</param>
/// <param name="UsesState">True when it shows the robot's state to the model.</param>
internal sealed record OpenVlaDialect(
    string Library, string Family, NormaliserArithmetic Arithmetic, NormalisationScheme? Scheme, OftPlatform? Platform, bool UsesState)
{
    public static OpenVlaDialect OpenVla { get; } = new(
        "openvla", "openvla", LibraryArithmetic.OpenVla, NormalisationScheme.Quantile, Platform: null, UsesState: false);

    public static OpenVlaDialect Oft(ImportPlatform? platform, bool usesState)
    {
        OftPlatform? constants = platform is { } stated ? OftPlatform.Of(stated) : null;
        return new("openvla-oft", "openvla_oft", LibraryArithmetic.OpenVlaOft, constants?.Scheme, constants, usesState);
    }
}
