using System.Text.Json;
using Interlock.Core.Text;

namespace Interlock.Dashboard.LiveView.Feed;

/// <summary>Where the session stands, as its feed says it.</summary>
internal sealed record FeedStatus
{
    // More topics than a robot has; the rest is not shown.
    private const int MostAges = 1024;

    public required string State { get; init; }

    public string? Why { get; init; }

    public string? Question { get; init; }

    public IReadOnlyList<string> Can { get; init; } = [];

    public bool IsStopLatched { get; init; }

    public string? StopCode { get; init; }

    public string? StopReason { get; init; }

    public string? Task { get; init; }

    public string? CertificateLevel { get; init; }

    public double? RateHz { get; init; }

    public string? Recording { get; init; }

    public IReadOnlyList<KeyValuePair<string, double>> AgesMs { get; init; } = [];

    public double Dropped { get; init; }

    /// <summary>Null unless the feed is a proxy's.</summary>
    public FeedProxy? Proxy { get; init; }

    /// <summary>True when it would show something else than another, ages aside.</summary>
    public bool Differs(FeedStatus? other) =>
        other is null || (State, Why, Question, IsStopLatched, StopReason, Task, CertificateLevel) != (other.State, other.Why, other.Question, other.IsStopLatched, other.StopReason, other.Task, other.CertificateLevel);

    /// <exception cref="JsonException">It is not as its schema says.</exception>
    public static FeedStatus Read(ReadOnlyMemory<byte> json)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        JsonElement root = document.RootElement;
        if (root.ValueKind != JsonValueKind.Object || Text(root, "state") is not { } state)
        {
            throw new JsonException("a status without a state");
        }

        JsonElement stop = Inner(root, "software_stop");
        return new FeedStatus
        {
            State = state,
            Why = Text(root, "why"),
            Question = Text(root, "question"),
            Can = root.TryGetProperty("can", out JsonElement can) && can.ValueKind == JsonValueKind.Array
                ? [.. can.EnumerateArray().Where(word => word.ValueKind == JsonValueKind.String).Select(word => word.GetString()!)] : [],
            IsStopLatched = stop.ValueKind == JsonValueKind.Object && stop.TryGetProperty("latched", out JsonElement latched) && latched.ValueKind == JsonValueKind.True,
            StopCode = Text(stop, "code"),
            StopReason = Text(stop, "reason"),
            Task = Text(root, "task"),
            CertificateLevel = Text(root, "certificate_level"),
            RateHz = Number(root, "rate_hz"),
            Recording = Text(root, "recording"),
            AgesMs = Inner(root, "ages_ms") is { ValueKind: JsonValueKind.Object } ages
                ? [.. ages.EnumerateObject().Take(MostAges).Where(age => age.Value.ValueKind == JsonValueKind.Number).Select(age => KeyValuePair.Create(age.Name, JsonNumber.Read(age.Value) ?? 0))] : [],
            Dropped = Number(root, "dropped") ?? 0,
            Proxy = FeedProxy.Read(root),
        };
    }

    private static JsonElement Inner(JsonElement from, string key) => from.TryGetProperty(key, out JsonElement inner) ? inner : default;

    private static string? Text(JsonElement from, string key) =>
        from.ValueKind == JsonValueKind.Object && from.TryGetProperty(key, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static double? Number(JsonElement from, string key) =>
        from.TryGetProperty(key, out JsonElement value) && value.ValueKind == JsonValueKind.Number ? JsonNumber.Read(value) : null;
}
