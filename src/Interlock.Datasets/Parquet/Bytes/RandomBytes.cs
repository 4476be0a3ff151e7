namespace Interlock.Datasets.Parquet.Bytes;

/// <summary>Bytes that can be read at any offset.</summary>
internal abstract class RandomBytes : IDisposable
{
    /// <summary>How the user named them.</summary>
    public abstract string Name { get; }

    public abstract long Length { get; }

    /// <summary>Fills <paramref name="destination"/> from <paramref name="offset"/>; the caller has checked the range against <see cref="Length"/>.</summary>
    public abstract void Read(Span<byte> destination, long offset);

    public virtual void Dispose()
    {
    }
}
