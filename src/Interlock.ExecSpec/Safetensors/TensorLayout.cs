using Interlock.Core.Diagnostics;
using Interlock.Core.Text;

namespace Interlock.ExecSpec.Safetensors;

/// <summary>Where tensors may lie: each as large as its shape says, all of them side by side, from the first byte of data to the last.</summary>
internal static class TensorLayout
{
    /// <summary>As many as the libraries that write this format can have.</summary>
    public const int MostDimensions = 64;

    /// <summary>One entry of the header, or the error that it makes.</summary>
    public static SafetensorInfo Checked(string name, SafetensorDtype dtype, long[] shape, long begin, long end, string file)
    {
        if (end < begin)
        {
            throw new DiagnosticException(
                SafetensorsCodes.Offsets,
                $"the tensor {Quoted.Of(name)} ends at {end}, before it begins at {begin}",
                SourcePlace.OfFile(file));
        }

        return BytesOf(dtype, shape) == end - begin
            ? new SafetensorInfo(name, dtype, shape, begin, end - begin)
            : throw new DiagnosticException(
                SafetensorsCodes.SizeDisagrees,
                $"the tensor {Quoted.Of(name)} of {dtype} [{string.Join(", ", shape)}] has {end - begin} bytes of data",
                SourcePlace.OfFile(file));
    }

    /// <summary>Throws when tensors overlap, leave a gap, or do not end where the file does.</summary>
    /// <param name="tensors">All tensors of the file.</param>
    /// <param name="dataLength">Bytes after the header.</param>
    /// <param name="file">Name for messages.</param>
    public static void RequireContiguous(IEnumerable<SafetensorInfo> tensors, long dataLength, string file)
    {
        long expected = 0;
        foreach (SafetensorInfo tensor in tensors.OrderBy(tensor => tensor.Offset).ThenBy(tensor => tensor.ByteCount))
        {
            if (tensor.Offset != expected)
            {
                string fault = tensor.Offset < expected ? "overlaps the one before it" : "leaves a gap before it";
                throw new DiagnosticException(
                    SafetensorsCodes.Offsets,
                    $"the tensor {Quoted.Of(tensor.Name)} begins at {tensor.Offset} and {fault}, which ends at {expected}",
                    SourcePlace.OfFile(file));
            }

            expected = tensor.Offset + tensor.ByteCount;
        }

        if (expected != dataLength)
        {
            throw new DiagnosticException(
                SafetensorsCodes.Offsets,
                $"the tensors end after {expected} bytes of data, the file after {dataLength}",
                SourcePlace.OfFile(file),
                expected > dataLength ? "the file was cut off: fetch it again" : null);
        }
    }

    /// <summary>Bytes of a tensor; −1 when they are more than a file can have.</summary>
    private static long BytesOf(SafetensorDtype dtype, long[] shape)
    {
        long bytes = ElementCodec.SizeOf(dtype);
        foreach (long length in shape)
        {
            if (length == 0)
            {
                return 0;
            }

            bytes = bytes < 0 || bytes > long.MaxValue / length ? -1 : bytes * length;
        }

        return bytes;
    }
}
