namespace Interlock.Recording.Mcap.Records;

/// <summary>One timestamped message. The data stays valid as long as it is referenced.</summary>
/// <param name="ChannelId">Channel of the message.</param>
/// <param name="Sequence">Counter of the publisher or the recorder.</param>
/// <param name="LogTimeNs">When it was recorded, ns since the epoch of the file.</param>
/// <param name="PublishTimeNs">When it was published, ns; the log time where unknown.</param>
/// <param name="Data">The message in the encoding of its channel.</param>
public readonly record struct McapMessage(ushort ChannelId, uint Sequence, ulong LogTimeNs, ulong PublishTimeNs, ReadOnlyMemory<byte> Data);
