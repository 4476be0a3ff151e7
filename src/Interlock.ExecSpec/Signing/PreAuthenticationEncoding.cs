using System.Globalization;
using System.Text;

namespace Interlock.ExecSpec.Signing;

/// <summary>
/// The bytes that a DSSE 1.0 signature is made over: "DSSEv1" SP LEN(type) SP type SP LEN(body) SP body, lengths in bytes and decimal.
/// </summary>
internal static class PreAuthenticationEncoding
{
    /// <summary>Encodes a payload.</summary>
    /// <param name="payloadType">Media type or URI of the payload; encoded as UTF-8.</param>
    /// <param name="payload">The payload, any bytes.</param>
    public static byte[] Of(string payloadType, ReadOnlySpan<byte> payload)
    {
        byte[] type = Encoding.UTF8.GetBytes(payloadType);
        byte[] head = Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"DSSEv1 {type.Length} "));
        byte[] middle = Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $" {payload.Length} "));
        return [.. head, .. type, .. middle, .. payload];
    }
}
