namespace Interlock.Runtime.Live.Channels;

/// <summary>A file of a recording.</summary>
internal sealed record FeedFile(string Name, string MediaType, ReadOnlyMemory<byte> Data);
