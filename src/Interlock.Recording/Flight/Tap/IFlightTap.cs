using Interlock.Recording.Mcap.Records;

namespace Interlock.Recording.Flight.Tap;

/// <summary>
/// Sees what a recorder records, on the recorder's own thread and in its order; what it takes too long for, the recording waits for. The control
/// thread pays nothing. With a <see cref="Session.FlightTrigger"/> it sees also what the file forgets. A tap that throws is let go, which the
/// recording's log says; the recording goes on.
/// </summary>
public interface IFlightTap
{
    /// <summary>A schema, before the first channel that has it.</summary>
    void Schema(McapSchema schema);

    /// <summary>A channel, before its first message.</summary>
    void Channel(McapChannel channel);

    /// <summary>A message, with the bytes that go into the file.</summary>
    /// <param name="channelId">Of a channel that was told.</param>
    /// <param name="sequence">Counter of the channel.</param>
    /// <param name="timeNs">File time, ns.</param>
    /// <param name="data">Valid during the call alone.</param>
    void Message(ushort channelId, uint sequence, ulong timeNs, ReadOnlySpan<byte> data);

    /// <summary>A file that is put into the recording.</summary>
    /// <param name="name">For example <c>arm.contract.yaml</c>.</param>
    /// <param name="mediaType">For example <c>application/yaml</c>.</param>
    /// <param name="data">Its bytes; do not change afterwards.</param>
    void Attachment(string name, string mediaType, ReadOnlyMemory<byte> data);

    /// <summary>A metadata record; <c>interlock.run</c> comes first and <c>interlock.end</c> last.</summary>
    void Metadata(McapMetadata metadata);

    /// <summary>What waited has been told; the next comes after a rest. A good moment to send.</summary>
    void Pumped();

    /// <summary>The recording is over; nothing comes any more.</summary>
    void End();
}
