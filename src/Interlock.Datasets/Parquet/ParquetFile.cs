using System.Buffers.Binary;
using Interlock.Core.Diagnostics;
using Interlock.Datasets.Parquet.Bytes;
using Interlock.Datasets.Parquet.Columns;
using Interlock.Datasets.Parquet.Footer;

namespace Interlock.Datasets.Parquet;

/// <summary>
/// An open Parquet file: its footer in memory, its values on disk. Source: the published Parquet format, version 2.
/// Every method throws <see cref="DiagnosticException"/> with a DS code where the file is damaged or uses what is not read here.
/// </summary>
internal sealed class ParquetFile : IDisposable
{
    private const int MagicLength = 4;
    private const int TailLength = MagicLength + sizeof(uint);

    private readonly FileFooter _footer;

    private ParquetFile(RandomBytes bytes)
    {
        Bytes = bytes;
        _footer = FooterReader.Read(ReadFooter(bytes));
        Columns = ParquetSchema.ColumnsOf(_footer.Schema);
        RowGroupCheck.Run(_footer.RowGroups, Columns, bytes.Length);
        RowCount = _footer.RowGroups.Sum(group => group.RowCount);
    }

    public RandomBytes Bytes { get; }

    public string Name => Bytes.Name;

    /// <summary>The leaves of the schema.</summary>
    public IReadOnlyList<ParquetColumn> Columns { get; }

    public IReadOnlyList<RowGroup> RowGroups => _footer.RowGroups;

    /// <summary>Rows of all row groups. A claim of the footer until the columns were read.</summary>
    public long RowCount { get; }

    public static ParquetFile Open(string path) => Open(new FileBytes(path));

    public static ParquetFile Open(RandomBytes bytes)
    {
        try
        {
            return new ParquetFile(bytes);
        }
        catch (DiagnosticException problem) when (ParquetFault.HasNoPlace(problem))
        {
            bytes.Dispose();
            throw ParquetFault.At(problem, bytes.Name, "footer");
        }
        catch
        {
            bytes.Dispose();
            throw;
        }
    }

    /// <summary>The only leaf of a top-level field; null when there is no such field or it holds several leaves.</summary>
    public ParquetColumn? Find(string name)
    {
        ParquetColumn? found = null;
        foreach (ParquetColumn column in Columns)
        {
            if (column.Name == name)
            {
                if (found is not null)
                {
                    return null;
                }

                found = column;
            }
        }

        return found;
    }

    /// <summary>Starts reading a column of numbers as doubles; absent values are NaN, false and true are 0 and 1.</summary>
    public ColumnReader<double> Numbers(ParquetColumn column) => new(this, column, new NumberCodec(column));

    /// <summary>Starts reading a column of strings; absent values are null.</summary>
    public ColumnReader<string?> Texts(ParquetColumn column) => new(this, column, new TextCodec(column));

    public void Dispose() => Bytes.Dispose();

    private static byte[] ReadFooter(RandomBytes bytes)
    {
        if (bytes.Length < MagicLength + TailLength || !HasMagic(bytes, 0, "PAR1"u8))
        {
            throw NotParquet(bytes);
        }

        Span<byte> tail = stackalloc byte[TailLength];
        bytes.Read(tail, bytes.Length - TailLength);
        if (!tail[sizeof(uint)..].SequenceEqual("PAR1"u8))
        {
            throw NotFinalised("it has no footer");
        }

        uint length = BinaryPrimitives.ReadUInt32LittleEndian(tail);
        if (length > bytes.Length - MagicLength - TailLength)
        {
            throw ParquetFault.Of(ParquetCodes.FooterDamaged, $"the footer claims {length} bytes of a file of {bytes.Length}");
        }

        if (length > ParquetLimits.FooterBytes)
        {
            throw ParquetFault.Of(ParquetCodes.TooLarge, $"the footer has {length} bytes; at most {ParquetLimits.FooterBytes} are read");
        }

        byte[] footer = new byte[length];
        bytes.Read(footer, bytes.Length - TailLength - length);
        return footer;
    }

    private static DiagnosticException NotParquet(RandomBytes bytes)
    {
        if (bytes.Length >= MagicLength && HasMagic(bytes, 0, "PARE"u8))
        {
            return ParquetFault.Of(ParquetCodes.Encrypted, "the file is encrypted, which is not read here");
        }

        return bytes.Length >= MagicLength && HasMagic(bytes, 0, "PAR1"u8)
            ? NotFinalised($"it has only {bytes.Length} bytes")
            : ParquetFault.Of(
                ParquetCodes.NotParquet,
                $"this is not a Parquet file: {bytes.Length} bytes that do not start with PAR1",
                "a file of about 130 bytes may be a Git-LFS pointer; fetch the data itself");
    }

    private static DiagnosticException NotFinalised(string why) =>
        ParquetFault.Of(
            ParquetCodes.NotFinalised,
            $"the recording was not finalised: {why}",
            "the recorder was interrupted before it wrote the footer; the rows of this file cannot be located without it");

    private static bool HasMagic(RandomBytes bytes, long offset, ReadOnlySpan<byte> magic)
    {
        Span<byte> found = stackalloc byte[MagicLength];
        bytes.Read(found, offset);
        return found.SequenceEqual(magic);
    }
}
