using System.Text;
using Interlock.Policies.Wire;
using Interlock.Policies.Wire.JsonNumpy;

namespace Interlock.Policies.Remote.OpenVla;

/// <summary>Bodies of requests, to the byte those of the Python clients.</summary>
internal static class ActBody
{
    public static byte[] Of(WireValue.Map fields, bool isDoubleEncoded)
    {
        byte[] plain = Respelt(new ActRequest(fields, IsDoubleEncoded: false));
        if (!isDoubleEncoded)
        {
            return plain;
        }

        WireValue.Text inner = new(Encoding.ASCII.GetString(plain));
        return Respelt(new ActRequest(new WireValue.Map(new Dictionary<string, WireValue> { ["encoded"] = inner }), IsDoubleEncoded: false));
    }

    private static byte[] Respelt(ActRequest request)
    {
        WireBuffer compact = new();
        request.Encode(compact);
        WireBuffer respelt = new();
        PythonJson.Respell(compact.Written.Span, respelt);
        return respelt.Written.ToArray();
    }
}
