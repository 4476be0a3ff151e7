using Interlock.Core.Diagnostics;

namespace Interlock.Datasets.Parquet;

/// <summary>Errors of the decoders, which do not know the file: the file and column are added at the border of this folder.</summary>
internal static class ParquetFault
{
    public static DiagnosticException Of(string code, string message, string? hint = null) => new(code, message, null, hint);

    /// <summary>True while no border has said where the error was found.</summary>
    public static bool HasNoPlace(DiagnosticException fault) => fault.Diagnostics is [{ Place: null }];

    public static DiagnosticException At(DiagnosticException fault, string file, string key)
    {
        SourcePlace place = new(file, Key: key);
        return new DiagnosticException(fault.Diagnostics.Select(item => item with { Place = place }));
    }
}
