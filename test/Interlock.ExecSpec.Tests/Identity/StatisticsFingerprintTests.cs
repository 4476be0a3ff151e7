using System.Buffers.Binary;
using System.Security.Cryptography;
using Interlock.ExecSpec.Identity;
using Interlock.ExecSpec.Specification;
using Interlock.ExecSpec.Tests.Drift;

namespace Interlock.ExecSpec.Tests.Identity;

public sealed class StatisticsFingerprintTests
{
    private static readonly Normaliser Goal = LiberoSpecs.Printed["libero_goal"];

    [Fact]
    public void Doubles_and_their_float32_copies_have_one_fingerprint() =>
        Assert.Equal(Of(Goal), Of(RoundedStatistics.Through(Goal, RoundedStatistics.Float32)));

    [Fact]
    public void Every_other_change_of_what_is_computed_changes_it()
    {
        Normaliser[] changed =
        [
            RoundedStatistics.Through(Goal, RoundedStatistics.BFloat16),
            RoundedStatistics.Through(Goal, RoundedStatistics.Float16),
            Goal with { Mask = [true, true, true, true, true, false, true] },
            Goal with { Mask = null },
            Goal with { Scheme = NormalisationScheme.MeanStd, LowQuantile = null, HighQuantile = null },
            Goal with { Scheme = NormalisationScheme.Identity, LowQuantile = null, HighQuantile = null },
            Goal with { Statistics = Goal.Statistics! with { Quantiles = [.. Goal.Statistics.Quantiles.Select(Swapped)] } },
            Goal with { Statistics = Goal.Statistics! with { Quantiles = [new(0.01, Goal.Statistics.Quantiles[1].Values), new(0.99, Goal.Statistics.Quantiles[0].Values)] } },
            Goal with { LowQuantile = 0.02, Statistics = Goal.Statistics! with { Quantiles = [Goal.Statistics.Quantiles[0] with { Level = 0.02 }, Goal.Statistics.Quantiles[1]] } },
            Goal with { Statistics = null },
            LiberoSpecs.Printed["libero_spatial"],
        ];

        Assert.Equal(changed.Length + 1, changed.Append(Goal).Select(Of).Distinct().Count());
    }

    [Fact]
    public void The_name_of_the_entry_and_rows_that_are_not_used_take_no_part() =>
        Assert.Equal(Of(Goal), Of(Goal with { Key = "other", Statistics = Goal.Statistics! with { Mean = null, Std = null } }));

    [Fact]
    public void A_mask_of_ones_is_no_mask() =>
        Assert.Equal(Of(Goal with { Mask = null }), Of(Goal with { Mask = [true, true, true, true, true, true, true] }));

    [Fact]
    public void All_NaNs_are_one_and_minus_zero_is_zero()
    {
        Assert.Equal(Of(One(double.NaN)), Of(One(BitConverter.UInt64BitsToDouble(0xFFF8_0000_0000_0001))));
        Assert.Equal(Of(One(0)), Of(One(-0.0)));
        Assert.NotEqual(Of(One(double.NaN)), Of(One(0)));
    }

    [Fact]
    public void The_record_is_laid_out_as_documented()
    {
        Normaliser entry = new()
        {
            Key = "any",
            Scheme = NormalisationScheme.MeanStd,
            Mask = [true, false, true],
            Statistics = new ActionStatistics { Channels = 3, Mean = [0, 0.5, -2], Std = [1, 1, 0.25] },
        };
        byte[] record =
        [
            .. "ILSTATS1"u8, .. Word(3), .. Word(3), .. Word(1), .. Single(0), .. Single(0), 0b101,
            .. Word(3), .. Single(0), .. Single(0.5f), .. Single(-2), .. Word(3), .. Single(1), .. Single(1), .. Single(0.25f),
        ];

        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(record)), Of(entry));
    }

    private static string Of(Normaliser normaliser) => StatisticsFingerprint.Of(normaliser);

    private static QuantileRow Swapped(QuantileRow row) => row with { Values = [row.Values[1], row.Values[0], .. row.Values.Skip(2)] };

    private static Normaliser One(double value) => new()
    {
        Key = "one",
        Scheme = NormalisationScheme.MinMax,
        Statistics = new ActionStatistics { Channels = 1, Min = [value], Max = [1] },
    };

    private static byte[] Word(uint value)
    {
        byte[] bytes = new byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, value);
        return bytes;
    }

    private static byte[] Single(float value) => Word(BitConverter.SingleToUInt32Bits(value));
}
