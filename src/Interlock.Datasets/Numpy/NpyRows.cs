using Interlock.Core.Diagnostics;

namespace Interlock.Datasets.Numpy;

/// <summary>Rows of an array, read once from first to last in blocks of any size.</summary>
internal abstract class NpyRows : IDisposable
{
    public required NpyHeader Header { get; init; }

    public required NpyLayout Layout { get; init; }

    public required SourcePlace Place { get; init; }

    /// <summary>Fills <paramref name="target"/> with the next rows, row-major; its length is a multiple of the columns.</summary>
    public abstract void Read(Span<double> target);

    public abstract void Dispose();
}
