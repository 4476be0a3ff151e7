using System.Text.Json;
using Interlock.Core.Diagnostics;
using Interlock.Core.Text;
using Interlock.Policies.Wire;
using Interlock.Policies.Wire.JsonNumpy;

namespace Interlock.Runtime.Proxies.OpenVla;

/// <summary>The fields of a request body as they lie in it; only those that are asked for are decoded, so that images cost a glance.</summary>
internal sealed class ActFields
{
    private const string EncodedKey = "encoded";
    private const int MostLevels = 64;

    private readonly Dictionary<string, Range> _places = new(StringComparer.Ordinal);
    private byte[] _json = [];

    /// <summary>True when the fields travel as JSON text inside JSON.</summary>
    public bool IsDoubleEncoded { get; private set; }

    /// <summary>Takes in a body of either form.</summary>
    /// <exception cref="DiagnosticException">RT205: no request.</exception>
    public void Read(byte[] body, int length)
    {
        try
        {
            IsDoubleEncoded = false;
            Scan(body, length);
            if (_places.Count == 1 && _places.TryGetValue(EncodedKey, out Range place) && body[place.Start.Value] == '"')
            {
                byte[] inner = Unescaped(body.AsSpan(place));
                IsDoubleEncoded = true;
                Scan(inner, inner.Length);
            }
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException)
        {
            throw Wrong($"not JSON: {Quoted.Of(failure.Message)}");
        }
    }

    /// <summary>A field's value; null where there is no such field.</summary>
    public WireValue? this[string key] => _places.TryGetValue(key, out Range place) ? ActReply.Decode(_json.AsSpan(place)) : null;

    /// <summary>A field that is a text; null where there is none.</summary>
    public string? Text(string key) => _places.TryGetValue(key, out Range place) && _json[place.Start.Value] == '"'
        ? System.Text.Encoding.UTF8.GetString(Unescaped(_json.AsSpan(place)))
        : null;

    public bool Has(string key) => _places.ContainsKey(key);

    /// <summary>The text of a JSON string token, quotes included.</summary>
    public static byte[] Unescaped(ReadOnlySpan<byte> token)
    {
        Utf8JsonReader reader = new(token);
        reader.Read();
        byte[] text = new byte[reader.ValueSpan.Length];
        return text[..reader.CopyString(text)];
    }

    private void Scan(byte[] json, int length)
    {
        (_json, _) = (json, _places.EnsureCapacity(16));
        _places.Clear();
        Utf8JsonReader reader = new(json.AsSpan(0, length), new JsonReaderOptions { MaxDepth = MostLevels });
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            throw Wrong("the request is no JSON object");
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string key = reader.GetString()!;
            reader.Read();
            int start = (int)reader.TokenStartIndex;
            reader.Skip();
            if (!_places.TryAdd(key, start..(int)reader.BytesConsumed))
            {
                throw Wrong($"the key {Quoted.Of(key)} comes twice");
            }
        }

        // Reads what follows the object, which may be blanks alone.
        reader.Read();
    }

    private static DiagnosticException Wrong(string message) => ProxyError.Of(ProxyCodes.WrongMessage, "request", message);
}
