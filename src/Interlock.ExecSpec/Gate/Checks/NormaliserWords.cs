using Interlock.Core.Text;
using Interlock.ExecSpec.Specification;

namespace Interlock.ExecSpec.Gate.Checks;

/// <summary>Scheme and arithmetic of a normaliser as text.</summary>
internal static class NormaliserWords
{
    public static string Scheme(Normaliser normaliser) => normaliser.Scheme == NormalisationScheme.Quantile
        ? $"quantile {Fact.Of(normaliser.LowQuantile)} to {Fact.Of(normaliser.HighQuantile)}"
        : EnumWord.Of(normaliser.Scheme);

    public static string Arithmetic(NormaliserArithmetic arithmetic) =>
        $"epsilon {Fact.Of(arithmetic.ForwardEpsilon)} forward and {Fact.Of(arithmetic.InverseEpsilon)} inverse ({EnumWord.Of(arithmetic.EpsilonRule)}), "
        + $"clip {Fact.Of(arithmetic.ForwardClip) ?? "none"} forward and {Fact.Of(arithmetic.InverseClip) ?? "none"} inverse, "
        + $"zero range {(arithmetic.ZeroRangeBecomesZero ? "becomes 0" : "is divided by")}";
}
