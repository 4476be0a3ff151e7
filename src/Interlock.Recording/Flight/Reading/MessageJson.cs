using System.Text.Json;
using Interlock.Core.Diagnostics;
using Interlock.Core.Text;
using Interlock.Recording.Mcap.Records;

namespace Interlock.Recording.Flight.Reading;

/// <summary>One message of a recording, opened; whatever is not as its schema says is a finding (RC025).</summary>
internal readonly struct MessageJson : IDisposable
{
    private readonly JsonDocument _document;
    private readonly string? _file;
    private readonly string _topic;

    public MessageJson(McapMessage message, string topic, string? file)
    {
        TimeNs = message.LogTimeNs;
        _topic = topic;
        _file = file;
        try
        {
            _document = JsonDocument.Parse(message.Data);
        }
        catch (JsonException exception)
        {
            throw Wrong(file, topic, TimeNs, exception.Message);
        }

        if (_document.RootElement.ValueKind != JsonValueKind.Object)
        {
            _document.Dispose();
            throw Wrong(file, topic, TimeNs, "it is not an object");
        }
    }

    public ulong TimeNs { get; }

    public long Whole(string key) => Find(key) is { ValueKind: JsonValueKind.Number } value && value.TryGetInt64(out long number)
        ? number
        : throw Wrong($"'{key}' is not a whole number");

    public double Number(string key) => Find(key) is { } value && JsonNumber.Read(value) is { } number
        ? number
        : throw Wrong($"'{key}' is not a number");

    public double? OptionalNumber(string key) => Find(key) is null or { ValueKind: JsonValueKind.Null } ? null : Number(key);

    public string Text(string key) => Find(key) is { ValueKind: JsonValueKind.String } value ? value.GetString()! : throw Wrong($"'{key}' is not a text");

    public string? OptionalText(string key) => Find(key) is null or { ValueKind: JsonValueKind.Null } ? null : Text(key);

    public bool Truth(string key) => Find(key) is { ValueKind: JsonValueKind.True or JsonValueKind.False } value
        ? value.GetBoolean()
        : throw Wrong($"'{key}' is neither true nor false");

    public byte[] Bytes(string key) => Find(key) is { ValueKind: JsonValueKind.String } value && value.TryGetBytesFromBase64(out byte[]? bytes)
        ? bytes
        : throw Wrong($"'{key}' is not base64");

    /// <param name="key">Name of the array.</param>
    /// <param name="length">What it must have; null for any.</param>
    public double[] Numbers(string key, int? length)
    {
        if (Find(key) is not { ValueKind: JsonValueKind.Array } array || (length is { } wanted && array.GetArrayLength() != wanted))
        {
            throw Wrong(length is null ? $"'{key}' is not an array" : $"'{key}' is not an array of {length} numbers");
        }

        double[] values = new double[array.GetArrayLength()];
        int next = 0;
        foreach (JsonElement element in array.EnumerateArray())
        {
            values[next++] = JsonNumber.Read(element) ?? throw Wrong($"'{key}' has an entry that is not a number");
        }

        return values;
    }

    public double[]? OptionalNumbers(string key) => Find(key) is null or { ValueKind: JsonValueKind.Null } ? null : Numbers(key, null);

    /// <summary>A time of seconds and nanoseconds, in ns.</summary>
    public long TimeOf(string key) => Find(key) is { ValueKind: JsonValueKind.Object } time
        && time.TryGetProperty("sec", out JsonElement sec) && sec.TryGetInt64(out long seconds) && seconds is >= 0 and < MostSeconds
        && time.TryGetProperty("nsec", out JsonElement nsec) && nsec.TryGetInt64(out long rest) && rest is >= 0 and < NsPerS
        ? (seconds * NsPerS) + rest
        : throw Wrong($"'{key}' is not a time");

    public DiagnosticException Wrong(string what) => Wrong(_file, _topic, TimeNs, what);

    public void Dispose() => _document.Dispose();

    private const long NsPerS = 1_000_000_000;

    // More seconds than that are more nanoseconds than a long holds.
    private const long MostSeconds = long.MaxValue / NsPerS;

    private static DiagnosticException Wrong(string? file, string topic, ulong timeNs, string what) =>
        new("RC025", $"a message at {timeNs} ns is not as its schema says: {what}", new SourcePlace(file, Key: topic), "another program wrote or changed this recording");

    private JsonElement? Find(string key) => _document.RootElement.TryGetProperty(key, out JsonElement value) ? value : null;
}
