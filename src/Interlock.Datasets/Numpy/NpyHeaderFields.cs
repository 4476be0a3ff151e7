namespace Interlock.Datasets.Numpy;

/// <summary>The three values of an npy header as they are written.</summary>
internal readonly record struct NpyHeaderFields(string Descr, bool FortranOrder, long[] Shape);
