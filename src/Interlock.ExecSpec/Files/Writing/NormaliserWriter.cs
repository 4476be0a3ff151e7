using Interlock.ExecSpec.Decoding;
using Interlock.ExecSpec.Specification;

namespace Interlock.ExecSpec.Files.Writing;

/// <summary>Normalisers in the document.</summary>
internal sealed class NormaliserWriter(FieldWriter fields)
{
    public void Write(Normaliser normaliser)
    {
        fields.Text("key", normaliser.Key);
        fields.Word<NormalisationScheme>("scheme", normaliser.Scheme);
        fields.Number("low_quantile", normaliser.LowQuantile);
        fields.Number("high_quantile", normaliser.HighQuantile);
        fields.Flags("mask", normaliser.Mask);
        fields.Group("statistics", normaliser.Statistics, WriteStatistics);
        fields.Group("arithmetic", normaliser.Arithmetic == LibraryArithmetic.Plain ? null : normaliser.Arithmetic, WriteArithmetic);
    }

    public void WriteEffective(Normaliser normaliser, int channels)
    {
        AffineMap map = AffineMap.Inverse(normaliser, channels);
        fields.Group(SpecKeys.Effective, map, _ =>
        {
            fields.Table("scale", [.. Enumerable.Range(0, map.Timesteps).SelectMany(t => map.ScaleAt(t).ToArray())], map.Timesteps);
            fields.Table("offset", [.. Enumerable.Range(0, map.Timesteps).SelectMany(t => map.OffsetAt(t).ToArray())], map.Timesteps);
        });
    }

    private void WriteStatistics(ActionStatistics statistics)
    {
        fields.Number("channels", statistics.Channels);
        fields.Number("timesteps", statistics.Timesteps == 1 ? null : statistics.Timesteps);
        fields.Table("min", statistics.Min, statistics.Timesteps);
        fields.Table("max", statistics.Max, statistics.Timesteps);
        fields.Table("mean", statistics.Mean, statistics.Timesteps);
        fields.Table("std", statistics.Std, statistics.Timesteps);
        fields.Groups("quantiles", statistics.Quantiles, row =>
        {
            fields.Number("level", row.Level);
            fields.Table("values", row.Values, statistics.Timesteps);
        });
    }

    private void WriteArithmetic(NormaliserArithmetic arithmetic)
    {
        fields.Word<EpsilonRule>("epsilon_rule", arithmetic.EpsilonRule);
        fields.Number("forward_epsilon", arithmetic.ForwardEpsilon);
        fields.Number("inverse_epsilon", arithmetic.InverseEpsilon);
        fields.Number("forward_clip", arithmetic.ForwardClip);
        fields.Number("inverse_clip", arithmetic.InverseClip);
        fields.Flag("zero_range_becomes_zero", arithmetic.ZeroRangeBecomesZero);
    }
}
