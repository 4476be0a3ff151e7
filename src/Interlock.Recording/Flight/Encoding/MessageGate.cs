using Interlock.Recording.Flight.Session;
using Interlock.Recording.Flight.Writing;

namespace Interlock.Recording.Flight.Encoding;

/// <summary>Lets messages into the file: all of them, or with a trigger those around it. What comes before a trigger is remembered.</summary>
internal sealed class MessageGate
{
    private readonly FlightOutput _output;
    private readonly MessageMemory? _memory;
    private readonly ulong _beforeNs;
    private readonly ulong _afterNs;
    private ulong _openUntilNs;
    private bool _isOpen;

    public MessageGate(FlightOutput output, FlightTrigger? trigger)
    {
        _output = output;
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
            _output.Show(channel, sequence, timeNs, json);
            _memory.Add(channel, sequence, timeNs, json, _beforeNs);
        }
    }

    public void WriteAlways(ushort channel, uint sequence, ulong timeNs, ReadOnlySpan<byte> json)
    {
        _output.Keep(channel, sequence, timeNs, json);
        _output.Show(channel, sequence, timeNs, json);
    }

    public void Trigger(ulong timeNs)
    {
        _memory?.TakeAll(timeNs - Math.Min(timeNs, _beforeNs), _output);
        _openUntilNs = Math.Max(_openUntilNs, timeNs + _afterNs);
        _isOpen = true;
    }

    private static ulong Ns(double seconds) => (ulong)(seconds * FlightClock.NsPerS);
}
