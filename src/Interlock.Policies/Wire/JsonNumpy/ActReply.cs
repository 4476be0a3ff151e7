using System.Text;

namespace Interlock.Policies.Wire.JsonNumpy;

/// <summary>The body of a reply of an OpenVLA or OpenVLA-OFT server: one json-numpy vector, or a list of them.</summary>
public static class ActReply
{
    /// <summary>What the server sends, with HTTP 200, for any exception. Source: openvla, vla-scripts/deploy.py.</summary>
    private const string ErrorWord = "error";

    /// <summary>Decodes a reply, plain or as JSON text inside a JSON string. <see cref="ActionRows"/> takes the actions out of it.</summary>
    /// <exception cref="Core.Diagnostics.DiagnosticException">PO022 when the server replied "error"; PO001–PO023 when it is no reply.</exception>
    public static WireValue Decode(ReadOnlySpan<byte> body)
    {
        WireValue value = Unmasked(JsonNumpyDecoder.Decode(body));
        if (value is not WireValue.Text inner)
        {
            return value;
        }

        WireValue decoded = Unmasked(JsonNumpyDecoder.Decode(Encoding.UTF8.GetBytes(inner.Value)));
        return decoded is not WireValue.Text
            ? decoded
            : throw WireError.In(WireCodes.EncodedTwice, JsonNumpyDecoder.Format, "(root)", "the reply is encoded more than twice");
    }

    /// <summary>Appends a reply.</summary>
    public static void Encode(WireValue reply, bool doubleEncoded, WireBuffer buffer)
    {
        if (!doubleEncoded)
        {
            JsonNumpyEncoder.Encode(reply, buffer);
            return;
        }

        WireBuffer inner = new();
        JsonNumpyEncoder.Encode(reply, inner);
        JsonNumpyEncoder.Encode(new WireValue.Text(Encoding.UTF8.GetString(inner.Written.Span)), buffer);
    }

    /// <summary>Appends the reply that stands for any failure.</summary>
    public static void EncodeError(WireBuffer buffer) => JsonNumpyEncoder.Encode(new WireValue.Text(ErrorWord), buffer);

    private static WireValue Unmasked(WireValue value) => value is WireValue.Text { Value: ErrorWord }
        ? throw WireError.In(
            WireCodes.ServerError, JsonNumpyDecoder.Format, "(root)", "the server replied \"error\"", "the cause is in the log of the server alone")
        : value;
}
