using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Interlock.Core.Text;
using Interlock.Runtime.Live.Channels;

namespace Interlock.Runtime.Live.Protocol;

/// <summary>What the server says in JSON. Source: the specification of the Foxglove WebSocket protocol v1.</summary>
internal static class FeedText
{
    private static readonly string[] Capabilities = ["parameters", "assets"];

    public static byte[] ServerInfo(string name, LiveKind kind, string sessionId, LiveRole role, IReadOnlyDictionary<string, string> run) => Make("serverInfo", json =>
    {
        json.WriteString("name", name);
        Words(json, "capabilities", kind == LiveKind.Run ? ["services", .. Capabilities] : Capabilities);
        Words(json, "supportedEncodings", ["json"]);
        json.WriteStartObject("metadata");
        json.WriteString("role", EnumWord.Of(role));
        json.WriteString("kind", EnumWord.Of(kind));
        foreach ((string key, string value) in run)
        {
            json.WriteString($"run.{key}", value);
        }

        json.WriteEndObject();
        json.WriteString("sessionId", sessionId);
    });

    public static byte[] Advertise(IReadOnlyList<FeedChannel> channels) => Make("advertise", json =>
    {
        json.WriteStartArray("channels");
        foreach (FeedChannel channel in channels)
        {
            json.WriteStartObject();
            json.WriteNumber("id", channel.Id);
            json.WriteString("topic", channel.Topic);
            json.WriteString("encoding", "json");
            json.WriteString("schemaName", channel.Schema.Name);
            json.WriteString("schema", channel.Schema.Data.Span);
            json.WriteString("schemaEncoding", channel.Schema.Encoding);
            json.WriteStartObject("metadata");
            foreach ((string key, string value) in channel.Metadata)
            {
                json.WriteString(key, value);
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    public static byte[] Unadvertise(IReadOnlyList<FeedChannel> channels) => Make("unadvertise", json =>
    {
        json.WriteStartArray("channelIds");
        foreach (FeedChannel channel in channels)
        {
            json.WriteNumberValue(channel.Id);
        }

        json.WriteEndArray();
    });

    public static byte[] AdvertiseServices() => Make("advertiseServices", json =>
    {
        json.WriteStartArray("services");
        json.WriteStartObject();
        json.WriteNumber("id", CommandService.Id);
        json.WriteString("name", CommandService.Name);
        json.WriteString("type", CommandService.Type);
        Schema(json, "request", "interlock.CommandRequest", CommandService.RequestSchema);
        Schema(json, "response", "interlock.CommandResponse", CommandService.ResponseSchema);
        json.WriteEndObject();
        json.WriteEndArray();
    });

    public static byte[] ServiceFailure(uint service, uint call, string message) => Make("serviceCallFailure", json =>
    {
        json.WriteNumber("serviceId", service);
        json.WriteNumber("callId", call);
        json.WriteString("message", message);
    });

    /// <summary>0 is information, 1 a warning, 2 an error.</summary>
    public static byte[] Status(int level, string message) => Make("status", json =>
    {
        json.WriteNumber("level", level);
        json.WriteString("message", message);
    });

    public static byte[] Parameters(IEnumerable<KeyValuePair<string, object?>> parameters, string? id) => Make("parameterValues", json =>
    {
        json.WriteStartArray("parameters");
        foreach ((string key, object? value) in parameters)
        {
            json.WriteStartObject();
            json.WriteString("name", key);
            if (value is not null)
            {
                json.WritePropertyName("value");
                Value(json, value);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (id is not null)
        {
            json.WriteString("id", id);
        }
    });

    private static byte[] Make(string op, Action<Utf8JsonWriter> content)
    {
        ArrayBufferWriter<byte> buffer = new();
        using (Utf8JsonWriter json = new(buffer))
        {
            json.WriteStartObject();
            json.WriteString("op", op);
            content(json);
            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    private static void Words(Utf8JsonWriter json, string key, string[] words)
    {
        json.WriteStartArray(key);
        Array.ForEach(words, json.WriteStringValue);
        json.WriteEndArray();
    }

    private static void Schema(Utf8JsonWriter json, string key, string name, string schema)
    {
        json.WriteStartObject(key);
        json.WriteString("encoding", "json");
        json.WriteString("schemaName", name);
        json.WriteString("schemaEncoding", "jsonschema");
        json.WriteString("schema", schema);
        json.WriteEndObject();
    }

    private static void Value(Utf8JsonWriter json, object value)
    {
        switch (value)
        {
            case bool word:
                json.WriteBooleanValue(word);
                break;
            case double number when double.IsFinite(number):
                json.WriteNumberValue(number);
                break;
            case int or long or ulong:
                json.WriteNumberValue(Convert.ToDecimal(value, CultureInfo.InvariantCulture));
                break;
            case IEnumerable<string> words:
                json.WriteStartArray();
                foreach (string word in words)
                {
                    json.WriteStringValue(word);
                }

                json.WriteEndArray();
                break;
            default:
                json.WriteStringValue(Convert.ToString(value, CultureInfo.InvariantCulture));
                break;
        }
    }
}
