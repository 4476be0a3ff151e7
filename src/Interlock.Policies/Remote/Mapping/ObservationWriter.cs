using Interlock.Core.Diagnostics;
using Interlock.Core.Observations;
using Interlock.Core.Text;
using Interlock.Policies.Wire;
using Interlock.Policies.Wire.Numpy;

namespace Interlock.Policies.Remote.Mapping;

/// <summary>Observations as the map that a server is sent.</summary>
internal sealed class ObservationWriter(RemoteObservation mapping, int actionDimension)
{
    private const string Place = "observation";

    public OrderedDictionary<string, WireValue> Write(PolicyRequest request)
    {
        OrderedDictionary<string, WireValue> map = [];
        foreach (ObservationField field in mapping.Fields)
        {
            if (ValueOf(field, request) is { } value)
            {
                MapOf(field, map).Add(field.Key, value);
            }
        }

        return map;
    }

    private static OrderedDictionary<string, WireValue> MapOf(ObservationField field, OrderedDictionary<string, WireValue> outer)
    {
        if (field.Group is not { } group)
        {
            return outer;
        }

        if (!outer.TryGetValue(group, out WireValue? held))
        {
            held = new WireValue.Map(new OrderedDictionary<string, WireValue>());
            outer.Add(group, held);
        }

        return (OrderedDictionary<string, WireValue>)((WireValue.Map)held).Entries;
    }

    private WireValue? ValueOf(ObservationField field, PolicyRequest request) => field switch
    {
        ObservationField.StateArray part => new WireValue.Array(StateOf(part, request.Observation)),
        ObservationField.StateNumber one => new WireValue.Number(State(request.Observation, one.Channel, 1, one.Key)[0]),
        ObservationField.Image image => new WireValue.Array(ImagePixels.Of(image, request.Observation)),
        ObservationField.Prompt => new WireValue.Text(request.Observation.Task ?? ""),
        _ when request.Prefix.IsEmpty => null,
        ObservationField.Prefix => new WireValue.Array(Rows(request.Prefix.Span)),
        _ => new WireValue.Integer(request.ExpectedDelaySteps),
    };

    private static NumpyArray StateOf(ObservationField.StateArray part, Observation observation)
    {
        int count = part.Count ?? Math.Max(observation.State.Length - part.First, 1);
        ReadOnlySpan<double> values = State(observation, part.First, count, part.Key);
        return part.IsSingle ? Singles(values, new NumpyShape(count)) : NumpyArray.OfDoubles(values, new NumpyShape(count));
    }

    private static ReadOnlySpan<double> State(Observation observation, int first, int count, string key)
    {
        if (observation.State.Length < first + count)
        {
            throw Wrong(RemoteCodes.StateTooShort, key, $"the server wants channels {first} to {first + count - 1}; the state has {observation.State.Length}");
        }

        ReadOnlySpan<double> values = observation.State.Span.Slice(first, count);
        for (int i = 0; i < count; i++)
        {
            if (!double.IsFinite(values[i]))
            {
                throw Wrong(RemoteCodes.StateNotFinite, key, $"channel {first + i} of the state is {ShortNumber.Of(values[i])}");
            }
        }

        return values;
    }

    private NumpyArray Rows(ReadOnlySpan<double> prefix)
    {
        int rows = prefix.Length / actionDimension;
        return Singles(prefix[..(rows * actionDimension)], new NumpyShape(rows, actionDimension));
    }

    private static NumpyArray Singles(ReadOnlySpan<double> values, NumpyShape shape)
    {
        float[] singles = new float[values.Length];
        for (int i = 0; i < singles.Length; i++)
        {
            singles[i] = (float)values[i];
        }

        return NumpyArray.OfSingles(singles, shape);
    }

    private static DiagnosticException Wrong(string code, string key, string message) => RemoteError.Of(code, Place, key, message);
}
