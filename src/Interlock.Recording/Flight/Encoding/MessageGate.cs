using Interlock.Recording.Flight.Session;
using Interlock.Recording.Mcap.Writing;

namespace Interlock.Recording.Flight.Encoding;

/// <summary>Lets messages into the file: all of them, or with a trigger those around it. What comes before a trigger is remembered.</summary>
internal sealed class MessageGate
{
    private readonly McapWriter _writer;
    private readonly MessageMemory? _memory;
    private readonly ulong _beforeNs;
    private readonly ulong _afterNs;
    private ulong _openUntilNs;
    private bool _isOpen;

    public MessageGate(McapWriter writer, FlightTrigger? trigger)
    {
        _writer = writer;
        _memory = trigger is null ? null : new MessageMemory(trigger.MemoryBytes);
        _beforeNs = Ns(trigger?.BeforeS ?? 0);
        _afterNs = Ns(trigger?.AfterS ?? 0);
    }

    public void Write(ushort channel, uint sequence, ulong timeNs, ReadOnlySpan<byte> json)
    {
        if (_memory is null || (_isOpen && timeNs <= _openUntilNs))
        {
            WriteAlways(channel, sequence, timeNs, json);
        }
        else
        {
            _memory.Add(channel, sequence, timeNs, json, _beforeNs);
        }
    }

    public void WriteAlways(ushort channel, uint sequence, ulong timeNs, ReadOnlySpan<byte> json) =>
        _writer.WriteMessage(channel, sequence, timeNs, timeNs, json);

    public void Trigger(ulong timeNs)
    {
        _memory?.TakeAll(timeNs - Math.Min(timeNs, _beforeNs), _writer);
        _openUntilNs = Math.Max(_openUntilNs, timeNs + _afterNs);
        _isOpen = true;
    }

    private static ulong Ns(double seconds) => (ulong)(seconds * FlightClock.NsPerS);
}
