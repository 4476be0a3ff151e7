using System.Buffers;
using System.Text.Json;
using Interlock.Core.Text;
using Interlock.Runtime.Live.Channels;
using Interlock.Runtime.Supervision;

namespace Interlock.Runtime.Live.Status;

/// <summary>A status as JSON.</summary>
internal static class StatusText
{
    private const ulong NsPerS = 1_000_000_000;

    public const string Schema =
        """
        {"$schema":"https://json-schema.org/draft/2020-12/schema","title":"interlock.Status","type":"object","properties":{
        "timestamp":{"type":"object","title":"time","properties":{"sec":{"type":"integer"},"nsec":{"type":"integer"}}},
        "state":{"type":"string"},"why":{"type":["string","null"]},"code":{"type":["string","null"]},"question":{"type":["string","null"]},
        "can":{"type":"array","items":{"type":"string"}},
        "software_stop":{"type":"object","properties":{"latched":{"type":"boolean"},"code":{"type":["string","null"]},"reason":{"type":["string","null"]},"sentences":{"type":"array","items":{"type":"string"}}}},
        "task":{"type":["string","null"]},"certificate_level":{"type":["string","null"]},"rate_hz":{"type":["number","null"]},
        "recording":{"type":["string","null"]},"recording_dropped":{"type":"integer"},
        "ages_ms":{"type":"object","additionalProperties":{"type":"number"}},"dropped":{"type":"integer"},"clients":{"type":"integer"},
        "proxy":{"type":["object","null"],"properties":{"protocol":{"type":"string"},"contract":{"type":"string"},"shadow":{"type":"boolean"},
        "on_upstream_failure":{"type":"string"},"clients":{"type":"integer"},"requests":{"type":"integer"},"rows":{"type":"integer"},
        "changed_rows":{"type":"integer"},"client_errors":{"type":"integer"},"upstream_failures":{"type":"integer"},
        "sessions":{"type":"array","items":{"type":"object","properties":{"name":{"type":"string"},"client":{"type":"string"},"stopped_by":{"type":["string","null"]}}}}}}}}
        """;

    public static ReadOnlySpan<byte> Write(FeedHub hub, LiveStatus? status, LiveProxyStatus? proxy, LiveCounts counts, TimeProvider time)
    {
        ArrayBufferWriter<byte> buffer = new();
        using (Utf8JsonWriter json = new(buffer))
        {
            json.WriteStartObject();
            Timestamp(json, hub.NowNs);
            json.WriteString("state", StateOf(status, proxy));
            json.WriteString("why", status?.Why);
            json.WriteString("code", status?.Code);
            json.WriteString("question", status?.Question);
            Words(json, "can", status?.Can ?? []);
            Stop(json, status?.Stop);
            json.WriteString("task", status?.Task);
            json.WriteString("certificate_level", status?.CertificateLevel ?? proxy?.CertificateLevel);
            Number(json, "rate_hz", status?.RateHz);
            json.WriteString("recording", status?.Recording);
            json.WriteNumber("recording_dropped", status?.RecordingDropped ?? 0);
            Ages(json, hub, time);
            json.WriteNumber("dropped", counts.Dropped);
            json.WriteNumber("clients", counts.Clients);
            ProxyText.Write(json, proxy);
            json.WriteEndObject();
        }

        return buffer.WrittenSpan;
    }

    private static string StateOf(LiveStatus? status, LiveProxyStatus? proxy) =>
        status is not null ? EnumWord.Of(status.State) : proxy is null ? "none" : proxy.IsShadow ? "watching" : "guarding";

    private static void Timestamp(Utf8JsonWriter json, ulong nowNs)
    {
        json.WriteStartObject("timestamp");
        json.WriteNumber("sec", nowNs / NsPerS);
        json.WriteNumber("nsec", nowNs % NsPerS);
        json.WriteEndObject();
    }

    private static void Stop(Utf8JsonWriter json, StopReport? stop)
    {
        json.WriteStartObject("software_stop");
        json.WriteBoolean("latched", stop is not null);
        json.WriteString("code", stop?.FirstCause?.Code);
        json.WriteString("reason", stop?.Sentences.Count > 0 ? stop.Sentences[0] : null);
        Words(json, "sentences", stop?.Sentences ?? []);
        json.WriteEndObject();
    }

    private static void Ages(Utf8JsonWriter json, FeedHub hub, TimeProvider time)
    {
        json.WriteStartObject("ages_ms");
        foreach (FeedChannel channel in hub.Channels)
        {
            if (channel.ArrivedAt is { } arrived)
            {
                json.WriteNumber(channel.Topic, Math.Round(time.GetElapsedTime(arrived).TotalMilliseconds, 1));
            }
        }

        json.WriteEndObject();
    }

    private static void Words(Utf8JsonWriter json, string key, IReadOnlyList<string> words)
    {
        json.WriteStartArray(key);
        foreach (string word in words)
        {
            json.WriteStringValue(word);
        }

        json.WriteEndArray();
    }

    private static void Number(Utf8JsonWriter json, string key, double? value)
    {
        if (value is { } number && double.IsFinite(number))
        {
            json.WriteNumber(key, number);
        }
        else
        {
            json.WriteNull(key);
        }
    }
}
