using System.Text.Json;
using Interlock.Recording.Flight.Session;

namespace Interlock.Recording.Flight.Encoding;

/// <summary>The measured state as <c>foxglove.JointStates</c>: radians and metres, thinned, for viewers. The exact state is in <c>/robot/state</c>.</summary>
internal sealed class JointStatesEncoder(FlightLayout layout, double viewerRateHz)
{
    private readonly ulong _periodNs = (ulong)(FlightClock.NsPerS / viewerRateHz);
    private readonly byte[][] _names = [.. layout.Channels.Select(name => JsonSerializer.SerializeToUtf8Bytes(name))];
    private readonly double[] _toSi = [.. layout.Units.Select(JointUnits.ToSi)];
    private ulong _nextNs;

    public bool IsDue(ulong timeNs)
    {
        bool due = timeNs >= _nextNs;
        _nextNs = due ? timeNs + _periodNs : _nextNs;
        return due;
    }

    public void Write(JsonText json, ReadOnlySpan<double> state, ulong timeNs)
    {
        json.Raw("{\"timestamp\":"u8).Time(timeNs).Raw(",\"joints\":["u8);
        for (int i = 0; i < _names.Length; i++)
        {
            json.Raw(i == 0 ? "{\"name\":"u8 : ",{\"name\":"u8).Raw(_names[i]);

            // The schema knows numbers only; a value that is none is left out.
            double position = state[i] * _toSi[i];
            if (double.IsFinite(position))
            {
                json.Raw(",\"position\":"u8).Number(position);
            }

            json.Raw("}"u8);
        }

        json.Raw("]}"u8);
    }
}
