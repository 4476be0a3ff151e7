using Interlock.Core.Diagnostics;
using Interlock.Datasets.Parquet.Encodings;
using Interlock.Datasets.Parquet.Footer;
using Interlock.Datasets.Parquet.Pages;

namespace Interlock.Datasets.Parquet.Columns;

/// <summary>Chooses decoders for one column.</summary>
internal abstract class ValueCodec<T>(ParquetColumn column)
{
    private DictionaryDecoder<T>? _dictionary;

    /// <summary>Stands for an absent value.</summary>
    public abstract T Missing { get; }

    /// <summary>Forgets the dictionary of the last row group.</summary>
    public void StartRowGroup() => _dictionary = null;

    public void ReadDictionary(Page page)
    {
        if (page.Encoding is not (ValueEncoding.Plain or ValueEncoding.PlainDictionary))
        {
            throw NotRead(page.Encoding);
        }

        // An entry takes at least a byte, an empty string its length; only strings of no bytes at all would not, and those are refused.
        if (page.SlotCount > page.Values.Count)
        {
            throw ParquetFault.Of(
                ParquetCodes.PageDamaged,
                $"a dictionary of {page.Values.Count} bytes cannot have {page.SlotCount} entries");
        }

        ValueDecoder<T> plain = Plain();
        plain.Start(page.Values);
        T[] entries = new T[page.SlotCount];
        plain.Read(entries);
        _dictionary = new DictionaryDecoder<T>(entries);
    }

    public ValueDecoder<T> DecoderOf(ValueEncoding encoding) => encoding switch
    {
        ValueEncoding.Plain => Plain(),
        ValueEncoding.RleDictionary or ValueEncoding.PlainDictionary => _dictionary ?? throw NoDictionary(),
        _ => Other(encoding) ?? throw NotRead(encoding),
    };

    protected abstract ValueDecoder<T> Plain();

    protected virtual ValueDecoder<T>? Other(ValueEncoding encoding) => null;

    private DiagnosticException NotRead(ValueEncoding encoding) =>
        ParquetFault.Of(
            ParquetCodes.EncodingNotRead,
            $"{column.Type} values encoded as {EncodingName.Of(encoding)} are not read here",
            EncodingName.Advice);

    private static DiagnosticException NoDictionary() =>
        ParquetFault.Of(ParquetCodes.PageDamaged, "a page refers to a dictionary, but the row group has none");
}
