namespace Interlock.Datasets.Parquet.Bytes;

internal sealed class MemoryBytes(string name, byte[] bytes) : RandomBytes
{
    public override string Name { get; } = name;

    public override long Length => bytes.Length;

    public override void Read(Span<byte> destination, long offset) =>
        bytes.AsSpan((int)offset, destination.Length).CopyTo(destination);
}
