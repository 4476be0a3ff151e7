namespace Interlock.Runtime.Live.Viewers;

/// <summary>One viewer's wish for one channel.</summary>
/// <param name="id">Chosen by the viewer.</param>
/// <param name="outbox">Of the viewer.</param>
/// <param name="maxRateHz">Most messages per second where there is one with every step; null for all.</param>
internal sealed class Subscriber(uint id, Outbox outbox, double? maxRateHz)
{
    private const double NsPerS = 1e9;

    private readonly ulong _periodNs = maxRateHz is { } rate ? (ulong)(NsPerS / rate) : 0;
    private ulong _nextNs;

    public void Take(ulong timeNs, ReadOnlySpan<byte> data, bool isSteady)
    {
        // A time far before the next one is that of another recording.
        if (!isSteady || timeNs >= _nextNs || _nextNs - timeNs > _periodNs)
        {
            _nextNs = isSteady ? timeNs + _periodNs : _nextNs;
            outbox.AddData(id, timeNs, data);
        }
    }
}
