using Interlock.Core.Contract;
using Interlock.Core.Randomness;
using Interlock.ExecSpec.Specification;

namespace Interlock.ExecSpec.Tests.Decoding;

/// <summary>Specifications and normalisers for tests.</summary>
internal static class Specs
{
    public static Normaliser Range(NormaliserArithmetic arithmetic, double[] low, double[] high, int timesteps = 1) => new()
    {
        Key = "key",
        Scheme = NormalisationScheme.MinMax,
        Arithmetic = arithmetic,
        Statistics = new ActionStatistics { Channels = low.Length / timesteps, Timesteps = timesteps, Min = low, Max = high },
    };

    public static Normaliser Quantile(NormaliserArithmetic arithmetic, double[] low, double[] high) => new()
    {
        Key = "key",
        Scheme = NormalisationScheme.Quantile,
        LowQuantile = 0.01,
        HighQuantile = 0.99,
        Arithmetic = arithmetic,
        Statistics = new ActionStatistics { Channels = low.Length, Quantiles = [new QuantileRow(0.01, low), new QuantileRow(0.99, high)] },
    };

    public static Normaliser Score(NormaliserArithmetic arithmetic, double[] mean, double[] std) => new()
    {
        Key = "key",
        Scheme = NormalisationScheme.MeanStd,
        Arithmetic = arithmetic,
        Statistics = new ActionStatistics { Channels = mean.Length, Mean = mean, Std = std },
    };

    public static Normaliser Identity { get; } = new() { Key = "none", Scheme = NormalisationScheme.Identity };

    /// <summary>An action of joints, with nothing but a reference.</summary>
    public static ExecutableSpec Joints(int channels, ActionReference? reference, Normaliser? normaliser = null) => new()
    {
        Name = "test",
        Unnormaliser = normaliser ?? Identity,
        Action = new ActionSpec
        {
            Reference = reference,
            Channels = [.. Enumerable.Range(0, channels).Select(i => new ActionChannel { Name = $"j{i}", Role = ChannelRole.Joint })],
        },
    };

    /// <summary>An action of one rotation measured from something.</summary>
    public static ExecutableSpec OneRotation(RotationForm form, int length, ActionReference reference, RotationComposition? composition)
    {
        ExecutableSpec spec = Joints(length, reference);
        string[] names = [.. spec.Action.Channels.Select(channel => channel.Name)];
        return spec with
        {
            Action = spec.Action with { Rotations = [new RotationGroup(form, names) { Composition = composition }] },
            Controller = new ControllerSpec { Reference = ActionReference.Absolute },
        };
    }

    public static double[] Normal(SeededRandom random, int count)
    {
        double[] numbers = new double[count];
        for (int i = 0; i < count; i++)
        {
            numbers[i] = random.NextNormal();
        }

        return numbers;
    }
}
