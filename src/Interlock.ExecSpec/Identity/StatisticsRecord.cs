using System.Buffers.Binary;
using Interlock.ExecSpec.Specification;

namespace Interlock.ExecSpec.Identity;

/// <summary>
/// The bytes that identify what a normaliser computes (docs/execspec-fingerprint.md). Numbers are float32, because the same statistics
/// travel as JSON doubles and as float32 tensors; every NaN is the same NaN and −0 is 0.
/// </summary>
internal static class StatisticsRecord
{
    private const int HeaderBytes = 28;
    private const int RowHeaderBytes = sizeof(uint);
    private const uint CanonicalNaN = 0x7FC00000;

    private static ReadOnlySpan<byte> Magic => "ILSTATS1"u8;

    /// <summary>Length of the record.</summary>
    /// <exception cref="ArgumentException">It would be longer than an array can be.</exception>
    public static int Length(Normaliser normaliser)
    {
        long values = normaliser.Rows is { } rows ? (long)rows.First.Count + rows.Second.Count : 0;
        long bytes = HeaderBytes + MaskBytes(ChannelsOf(normaliser)) + (2 * RowHeaderBytes) + (values * sizeof(float));
        return bytes <= Array.MaxLength ? (int)bytes : throw new ArgumentException($"Statistics of {values} numbers.", nameof(normaliser));
    }

    /// <summary>Writes the record; allocates nothing.</summary>
    /// <param name="normaliser">What to write.</param>
    /// <param name="record">Exactly <see cref="Length"/> bytes.</param>
    public static void Write(Normaliser normaliser, Span<byte> record)
    {
        int channels = ChannelsOf(normaliser);
        Magic.CopyTo(record);
        BinaryPrimitives.WriteUInt32LittleEndian(record[8..], Tag(normaliser.Scheme));
        BinaryPrimitives.WriteUInt32LittleEndian(record[12..], (uint)channels);
        BinaryPrimitives.WriteUInt32LittleEndian(record[16..], (uint)(normaliser.Statistics?.Timesteps ?? 1));
        bool isQuantile = normaliser.Scheme == NormalisationScheme.Quantile;
        WriteNumber(record[20..], isQuantile ? normaliser.LowQuantile ?? double.NaN : 0);
        WriteNumber(record[24..], isQuantile ? normaliser.HighQuantile ?? double.NaN : 0);
        Span<byte> mask = record.Slice(HeaderBytes, MaskBytes(channels));
        WriteMask(normaliser, channels, mask);
        (IReadOnlyList<double> First, IReadOnlyList<double> Second)? rows = normaliser.Rows;
        Span<byte> rest = record[(HeaderBytes + mask.Length)..];
        rest = WriteRow(rows?.First, rest);
        WriteRow(rows?.Second, rest);
    }

    private static int ChannelsOf(Normaliser normaliser) => normaliser.Statistics?.Channels ?? normaliser.Mask?.Count ?? 0;

    private static int MaskBytes(int channels) => (int)(((long)channels + 7) / 8);

    private static uint Tag(NormalisationScheme scheme) => scheme switch
    {
        NormalisationScheme.Identity => 0,
        NormalisationScheme.Quantile => 1,
        NormalisationScheme.MinMax => 2,
        NormalisationScheme.MeanStd => 3,
        _ => throw new ArgumentOutOfRangeException(nameof(scheme), scheme, "Unknown scheme."),
    };

    private static void WriteMask(Normaliser normaliser, int channels, Span<byte> mask)
    {
        mask.Clear();
        for (int channel = 0; channel < channels; channel++)
        {
            if (normaliser.AppliesTo(channel))
            {
                mask[channel / 8] |= (byte)(1 << (channel % 8));
            }
        }
    }

    private static Span<byte> WriteRow(IReadOnlyList<double>? row, Span<byte> target)
    {
        int count = row?.Count ?? 0;
        BinaryPrimitives.WriteUInt32LittleEndian(target, (uint)count);
        target = target[RowHeaderBytes..];
        for (int i = 0; i < count; i++)
        {
            WriteNumber(target, row![i]);
            target = target[sizeof(float)..];
        }

        return target;
    }

    private static void WriteNumber(Span<byte> target, double value)
    {
        float single = (float)value;
        uint bits = float.IsNaN(single) ? CanonicalNaN : BitConverter.SingleToUInt32Bits(single + 0f);
        BinaryPrimitives.WriteUInt32LittleEndian(target, bits);
    }
}
