using Interlock.Core.Diagnostics;

namespace Interlock.Datasets.Parquet.Encodings;

/// <summary>Decodes the values of a page, in order, as many at a time as asked for.</summary>
internal abstract class ValueDecoder<T>
{
    /// <summary>Starts at the first value of a page.</summary>
    public abstract void Start(ArraySegment<byte> values);

    /// <summary>Fills <paramref name="destination"/>; throws <see cref="DiagnosticException"/> when the page has fewer values.</summary>
    public abstract void Read(Span<T> destination);

    protected static DiagnosticException EndsEarly() =>
        ParquetFault.Of(ParquetCodes.PageDamaged, "a page is damaged: it has fewer values than announced");
}
