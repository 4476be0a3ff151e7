using Interlock.Core.Diagnostics;
using Interlock.Datasets.Opening;

namespace Interlock.Datasets.Numpy;

/// <summary>Opens an array of a file or of an archive member as rows.</summary>
internal static class NpyArray
{
    /// <summary>A Fortran-ordered array that cannot be read in pieces is turned around in memory up to this size.</summary>
    private const long MaximumTurnedBytes = 1L << 30;

    /// <summary>Takes over <paramref name="file"/>.</summary>
    public static NpyRows Open(ArrayFile file)
    {
        try
        {
            NpyHeader header = NpyHeader.Read(file.Stream, file.Length, file.Place);
            NpyLayout layout = NpyLayout.Of(header, file.Place);
            return Rows(file, header, layout);
        }
        catch
        {
            file.Stream.Dispose();
            throw;
        }
    }

    private static NpyRows Rows(ArrayFile file, NpyHeader header, NpyLayout layout)
    {
        if (!header.FortranOrder || header.Shape.Length == 1)
        {
            return new RowMajorRows(file.Stream) { Header = header, Layout = layout, Place = file.Place };
        }

        if (header.Shape.Length == 2 && file.Stream.CanSeek)
        {
            return new ColumnMajorRows(file.Stream) { Header = header, Layout = layout, Place = file.Place };
        }

        return new RowMajorRows(TurnAround(file, header)) { Header = header, Layout = layout, Place = file.Place };
    }

    private static MemoryStream TurnAround(ArrayFile file, NpyHeader header)
    {
        long length = file.Length - header.DataOffset;
        if (length > MaximumTurnedBytes)
        {
            throw new DiagnosticException(
                FileCode.EpisodeTooLarge,
                $"A Fortran-ordered array of {length} bytes cannot be read in pieces; the most is {MaximumTurnedBytes}",
                file.Place,
                "save it with numpy.ascontiguousarray");
        }

        byte[] bytes = new byte[length];
        RowMajorRows.RequireRead(file.Stream, bytes, file.Place);
        file.Stream.Dispose();
        return new MemoryStream(FortranOrder.ToC(bytes, header.Shape, header.Element.Size));
    }
}
