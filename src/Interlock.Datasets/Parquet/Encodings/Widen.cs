namespace Interlock.Datasets.Parquet.Encodings;

/// <summary>Converts stored numbers to doubles, element by element.</summary>
internal delegate void Widen<TStored>(ReadOnlySpan<TStored> stored, Span<double> destination);
