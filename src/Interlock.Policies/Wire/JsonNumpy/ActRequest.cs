using System.Text;

namespace Interlock.Policies.Wire.JsonNumpy;

/// <summary>The body of a request to an OpenVLA or OpenVLA-OFT server (<c>POST /act</c>). Source: openvla, vla-scripts/deploy.py.</summary>
/// <param name="Fields">For example <c>image</c>, <c>instruction</c>, <c>unnorm_key</c>.</param>
/// <param name="IsDoubleEncoded">True when the fields travel as JSON text inside JSON, for clients without json-numpy hooks.</param>
public sealed record ActRequest(WireValue.Map Fields, bool IsDoubleEncoded)
{
    private const string EncodedKey = "encoded";

    /// <summary>Decodes a body of either form.</summary>
    /// <exception cref="Core.Diagnostics.DiagnosticException">PO001–PO023: not a request.</exception>
    public static ActRequest Decode(ReadOnlySpan<byte> body)
    {
        WireValue.Map outer = RequireMap(JsonNumpyDecoder.Decode(body));
        if (outer.Entries is not { Count: 1 } || outer.Entries.GetValueOrDefault(EncodedKey) is not WireValue.Text inner)
        {
            return new ActRequest(outer, IsDoubleEncoded: false);
        }

        WireValue.Map fields = RequireMap(JsonNumpyDecoder.Decode(Encoding.UTF8.GetBytes(inner.Value)));
        return fields.Entries.Count == 1 && fields.Entries.ContainsKey(EncodedKey)
            ? throw WireError.In(WireCodes.EncodedTwice, JsonNumpyDecoder.Format, EncodedKey, "the request is encoded more than twice")
            : new ActRequest(fields, IsDoubleEncoded: true);
    }

    /// <summary>Appends the body.</summary>
    /// <exception cref="ArgumentException">A field JSON has no form for: bytes, or a float that is not finite.</exception>
    public void Encode(WireBuffer buffer)
    {
        if (!IsDoubleEncoded)
        {
            JsonNumpyEncoder.Encode(Fields, buffer);
            return;
        }

        WireBuffer inner = new();
        JsonNumpyEncoder.Encode(Fields, inner);
        WireValue.Text text = new(Encoding.UTF8.GetString(inner.Written.Span));
        JsonNumpyEncoder.Encode(new WireValue.Map(new Dictionary<string, WireValue> { [EncodedKey] = text }), buffer);
    }

    private static WireValue.Map RequireMap(WireValue value) => value as WireValue.Map
        ?? throw WireError.In(WireCodes.WrongKind, JsonNumpyDecoder.Format, "(root)", "the request is not a JSON object");
}
