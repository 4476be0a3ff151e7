using System.Buffers;
using System.Buffers.Binary;
using Interlock.Core.Diagnostics;
using Interlock.Core.Text;

namespace Interlock.ExecSpec.Safetensors;

/// <summary>
/// A safetensors file: its header is read at once and checked as a whole, data only where it is asked for, so that a few statistics
/// inside 15 GB of weights cost the header and themselves. Nothing in such a file is code. Not thread-safe.
/// </summary>
internal sealed class SafetensorsFile : IDisposable
{
    /// <summary>Longest header that the format allows, in bytes.</summary>
    public const long LongestHeader = 100_000_000;

    internal const int LengthBytes = sizeof(ulong);

    /// <summary>A multiple of every element size.</summary>
    private const int ChunkBytes = 64 * 1024;

    private readonly Stream _stream;
    private readonly SafetensorsHeader _header;
    private readonly long _dataStart;

    private SafetensorsFile(Stream stream, string name)
    {
        (_stream, Name) = (stream, name);
        long headerLength = ReadHeaderLength();
        _dataStart = LengthBytes + headerLength;
        _header = ReadHeader((int)headerLength);
        TensorLayout.RequireContiguous(_header.Tensors.Values, stream.Length - _dataStart, name);
    }

    /// <summary>The file as the caller named it.</summary>
    public string Name { get; }

    /// <summary>Every tensor by its name.</summary>
    public IReadOnlyDictionary<string, SafetensorInfo> Tensors => _header.Tensors;

    /// <summary>The header's <c>__metadata__</c>; empty when there is none.</summary>
    public IReadOnlyDictionary<string, string> Metadata => _header.Metadata;

    /// <summary>Opens a file and checks its header.</summary>
    /// <exception cref="DiagnosticException">EX130 cannot be read; EX131 header length; EX132 header; EX133 offsets; EX134 size; EX135 element type.</exception>
    public static SafetensorsFile Open(string path) => Open(path, path);

    /// <summary>Opens a file that messages call by another name than its path.</summary>
    /// <param name="path">Path of the file.</param>
    /// <param name="name">Name for messages.</param>
    /// <exception cref="DiagnosticException">As for a path alone.</exception>
    public static SafetensorsFile Open(string path, string name) => Open(() => StreamOf(path, name), name);

    /// <summary>Checks the header of a stream that can seek; the stream is then owned and disposed by the result, or by this call when it fails.</summary>
    /// <param name="stream">Contents from its first byte.</param>
    /// <param name="name">Name for messages.</param>
    /// <exception cref="DiagnosticException">As for a path.</exception>
    public static SafetensorsFile Open(Stream stream, string name) => Open(() => stream, name);

    /// <summary>Reads one tensor in C order; 16-bit floats are widened exactly, 64-bit integers beyond 2^53 are rounded.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="mostElements">Larger ones are refused instead of read.</param>
    /// <exception cref="DiagnosticException">EX136 no such tensor; EX137 larger than <paramref name="mostElements"/>; EX130 cannot be read.</exception>
    public double[] ReadDoubles(string name, int mostElements)
    {
        SafetensorInfo tensor = Tensors.GetValueOrDefault(name) ?? throw new DiagnosticException(
            SafetensorsCodes.NoSuchTensor,
            $"there is no tensor {Quoted.Of(name)} among {Tensors.Count}",
            SourcePlace.OfFile(Name));
        if (tensor.ElementCount > mostElements)
        {
            throw new DiagnosticException(
                SafetensorsCodes.TensorTooLarge,
                $"the tensor {Quoted.Of(name)} has {tensor.ElementCount} elements; at most {mostElements} are read",
                SourcePlace.OfFile(Name));
        }

        double[] values = new double[tensor.ElementCount];
        Read(tensor, values);
        return values;
    }

    /// <summary>Reads one tensor of this file into memory of the caller.</summary>
    /// <param name="tensor">One of <see cref="Tensors"/>.</param>
    /// <param name="values">As long as the tensor has elements.</param>
    /// <exception cref="ArgumentException">The length is another.</exception>
    /// <exception cref="DiagnosticException">EX130 cannot be read.</exception>
    public void Read(SafetensorInfo tensor, Span<double> values)
    {
        if (values.Length != tensor.ElementCount)
        {
            throw new ArgumentException($"{tensor.ElementCount} elements do not go into {values.Length}.", nameof(values));
        }

        int size = ElementCodec.SizeOf(tensor.Dtype);
        byte[] chunk = ArrayPool<byte>.Shared.Rent((int)Math.Min(ChunkBytes, tensor.ByteCount));
        long at = _dataStart + tensor.Offset;
        while (!values.IsEmpty)
        {
            int elements = Math.Min(values.Length, ChunkBytes / size);
            Span<byte> bytes = chunk.AsSpan(0, elements * size);
            ReadAt(at, bytes);
            ElementCodec.Decode(tensor.Dtype, bytes, values[..elements]);
            values = values[elements..];
            at += bytes.Length;
        }

        ArrayPool<byte>.Shared.Return(chunk);
    }

    /// <inheritdoc />
    public void Dispose() => _stream.Dispose();

    private static SafetensorsFile Open(Func<Stream> open, string name)
    {
        Stream stream = open();
        try
        {
            return new SafetensorsFile(stream, name);
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }

    private static FileStream StreamOf(string path, string name)
    {
        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw CannotRead(name, problem.Message);
        }
    }

    private long ReadHeaderLength()
    {
        long fileLength = _stream.Length;
        if (fileLength < LengthBytes)
        {
            throw HeaderLength($"the file has {fileLength} bytes, too few for the length of a header");
        }

        Span<byte> bytes = stackalloc byte[LengthBytes];
        ReadAt(0, bytes);
        ulong length = BinaryPrimitives.ReadUInt64LittleEndian(bytes);
        if (length > LongestHeader)
        {
            throw HeaderLength($"a header of {length} bytes is longer than the {LongestHeader} that the format allows");
        }

        return (long)length <= fileLength - LengthBytes
            ? (long)length
            : throw HeaderLength($"a header of {length} bytes does not fit into a file of {fileLength}");
    }

    private SafetensorsHeader ReadHeader(int length)
    {
        byte[] json = new byte[length];
        ReadAt(LengthBytes, json);
        return length > 0 && json[0] == '{'
            ? HeaderParser.Parse(json, Name)
            : throw new DiagnosticException(SafetensorsCodes.HeaderJson, "the header does not begin with '{'", SourcePlace.OfFile(Name));
    }

    private void ReadAt(long offset, Span<byte> bytes)
    {
        try
        {
            _stream.Position = offset;
            _stream.ReadExactly(bytes);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw CannotRead(Name, problem.Message);
        }
    }

    private DiagnosticException HeaderLength(string what) => new(
        SafetensorsCodes.HeaderLength,
        what,
        SourcePlace.OfFile(Name),
        "this is no safetensors file, or it was cut off (a Git-LFS pointer has about 130 bytes)");

    private static DiagnosticException CannotRead(string name, string cause) =>
        new(SafetensorsCodes.CannotRead, $"cannot be read: {cause}", SourcePlace.OfFile(name));
}
