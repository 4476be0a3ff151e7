using Interlock.Core.Observations;
using Interlock.Recording.Flight.Session;

namespace Interlock.Recording.Flight.Writing;

/// <summary>Something from another thread than the control thread that waits for the writer.</summary>
/// <param name="Bytes">What it holds in memory, about.</param>
internal abstract record FlightItem(long Bytes)
{
    /// <summary>What any item costs beside its payload.</summary>
    protected const int Overhead = 128;
}

internal sealed record ImageItem(CameraImage Image, int Camera) : FlightItem(Image.Data.Length + Overhead);

internal sealed record TextItem(long MonotonicNs, FlightLevel Level, string Source, string Message)
    : FlightItem((sizeof(char) * (Source.Length + Message.Length)) + Overhead);

internal sealed record AttachmentItem(string Name, string MediaType, ReadOnlyMemory<byte> Data) : FlightItem(Data.Length + Overhead);

internal sealed record MetadataItem(string Name, IReadOnlyDictionary<string, string> Entries)
    : FlightItem(Entries.Sum(pair => sizeof(char) * (pair.Key.Length + pair.Value.Length)) + Overhead);

internal sealed record TriggerItem(string Reason) : FlightItem((sizeof(char) * Reason.Length) + Overhead);

/// <summary>A chunk with its values copied, because policies use theirs again.</summary>
internal sealed record ChunkItem : FlightItem
{
    public ChunkItem(FlightChunk chunk)
        : base((sizeof(double) * (chunk.Raw.Length + (chunk.Unnormalised?.Length ?? 0) + (chunk.Seam?.Length ?? 0))) + Overhead) =>
        Chunk = chunk with { Raw = Copy(chunk.Raw)!.Value, Unnormalised = Copy(chunk.Unnormalised), Seam = Copy(chunk.Seam) };

    public FlightChunk Chunk { get; }

    private static ReadOnlyMemory<double>? Copy(ReadOnlyMemory<double>? values) => values is { } given ? given.ToArray() : null;
}
