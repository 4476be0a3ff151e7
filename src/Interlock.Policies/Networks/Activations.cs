namespace Interlock.Policies.Networks;

/// <summary>Activations in place; NaN stays NaN.</summary>
internal static class Activations
{
    public static void Apply(Activation activation, Span<float> values)
    {
        switch (activation)
        {
            case Activation.Relu:
                Relu(values);
                break;
            case Activation.Tanh:
                Tanh(values);
                break;
            case Activation.Gelu:
                Gelu(values);
                break;
            case Activation.GeluTanh:
                GeluTanh(values);
                break;
        }
    }

    private static void Relu(Span<float> values)
    {
        foreach (ref float value in values)
        {
            value = value < 0 ? 0 : value;
        }
    }

    private static void Tanh(Span<float> values)
    {
        foreach (ref float value in values)
        {
            value = MathF.Tanh(value);
        }
    }

    private static void Gelu(Span<float> values)
    {
        const double inverseRootOfTwo = 0.70710678118654752;
        foreach (ref float value in values)
        {
            value = (float)(0.5 * value * (1 + ErrorFunction(value * inverseRootOfTwo)));
        }
    }

    private static void GeluTanh(Span<float> values)
    {
        // Hendrycks and Gimpel 2016, section 2.
        const float rootOfTwoOverPi = 0.7978845608f;
        const float cubicWeight = 0.044715f;
        foreach (ref float value in values)
        {
            value = 0.5f * value * (1 + MathF.Tanh(rootOfTwoOverPi * (value + (cubicWeight * value * value * value))));
        }
    }

    /// <summary>Abramowitz and Stegun 7.1.26: absolute error below 1.5·10⁻⁷.</summary>
    private static double ErrorFunction(double x)
    {
        double t = 1 / (1 + (0.3275911 * Math.Abs(x)));
        double polynomial = t * (0.254829592 + (t * (-0.284496736 + (t * (1.421413741 + (t * (-1.453152027 + (t * 1.061405429))))))));
        double value = 1 - (polynomial * Math.Exp(-x * x));
        return x < 0 ? -value : value;
    }
}
