using Interlock.ExecSpec.Specification;

namespace Interlock.ExecSpec.Decoding;

/// <summary>The two maps of one channel at one position in the chunk, before any clip.</summary>
/// <param name="Scale">Of the inverse x = scale · z + offset.</param>
/// <param name="Offset">Of the inverse.</param>
/// <param name="Origin">Of the forward z = (x − origin) · gain + level, which keeps its digits when the range is small beside the value.</param>
/// <param name="Gain">Of the forward map.</param>
/// <param name="Level">Of the forward map.</param>
internal readonly record struct ChannelLaw(double Scale, double Offset, double Origin, double Gain, double Level)
{
    /// <summary>The number passes unchanged.</summary>
    public static readonly ChannelLaw Pass = new(1, 0, 0, 1, 0);

    /// <summary>The law of a channel that the scheme applies to.</summary>
    /// <param name="scheme">Anything but identity.</param>
    /// <param name="arithmetic">The library's.</param>
    /// <param name="first">Low end of the range, or mean.</param>
    /// <param name="second">High end of the range, or standard deviation.</param>
    public static ChannelLaw Of(NormalisationScheme scheme, NormaliserArithmetic arithmetic, double first, double second) =>
        scheme == NormalisationScheme.MeanStd ? Score(arithmetic, first, second) : Range(arithmetic, first, second);

    /// <summary>This law with a forward map that gives 0.</summary>
    public ChannelLaw WithForwardZero() => this with { Origin = 0, Gain = 0, Level = 0 };

    private static ChannelLaw Score(NormaliserArithmetic arithmetic, double mean, double deviation)
    {
        double inverse = Widened(deviation, arithmetic.InverseEpsilon, arithmetic);
        double forward = Widened(deviation, arithmetic.ForwardEpsilon, arithmetic);
        return forward == 0 && arithmetic.ZeroRangeBecomesZero
            ? new(inverse, mean, 0, 1, 0)
            : new(inverse, mean, mean, 1 / forward, 0);
    }

    private static ChannelLaw Range(NormaliserArithmetic arithmetic, double low, double high)
    {
        double inverse = Widened(high - low, arithmetic.InverseEpsilon, arithmetic);
        double forward = Widened(high - low, arithmetic.ForwardEpsilon, arithmetic);
        return new(inverse / 2, low + (inverse / 2), low, 2 / forward, -1);
    }

    private static double Widened(double range, double epsilon, NormaliserArithmetic arithmetic) => arithmetic.EpsilonRule switch
    {
        EpsilonRule.Added => range + epsilon,
        _ => range == 0 ? epsilon : range,
    };
}
