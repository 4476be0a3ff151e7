using Interlock.Core.Diagnostics;
using Microsoft.Win32.SafeHandles;

namespace Interlock.Datasets.Parquet.Bytes;

internal sealed class FileBytes : RandomBytes
{
    private readonly SafeFileHandle _handle;

    public FileBytes(string path)
    {
        Name = path;
        try
        {
            _handle = File.OpenHandle(path, options: FileOptions.RandomAccess);
            Length = RandomAccess.GetLength(_handle);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw Failure(path, problem);
        }
    }

    public override string Name { get; }

    public override long Length { get; }

    public override void Read(Span<byte> destination, long offset)
    {
        try
        {
            while (!destination.IsEmpty)
            {
                int count = RandomAccess.Read(_handle, destination, offset);
                if (count == 0)
                {
                    throw ParquetFault.Of(
                        ParquetCodes.CannotOpen,
                        $"the file ended at byte {offset} while it was read",
                        "is it still being written?");
                }

                destination = destination[count..];
                offset += count;
            }
        }
        catch (IOException problem)
        {
            throw Failure(Name, problem);
        }
    }

    public override void Dispose()
    {
        _handle.Dispose();
        base.Dispose();
    }

    private static DiagnosticException Failure(string path, Exception problem) =>
        new(ParquetCodes.CannotOpen, $"cannot be read: {problem.Message}", SourcePlace.OfFile(path));
}
