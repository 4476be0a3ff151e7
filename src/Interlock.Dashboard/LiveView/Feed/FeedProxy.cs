using System.Text.Json;
using Interlock.Core.Text;

namespace Interlock.Dashboard.LiveView.Feed;

/// <summary>A proxy as its feed says it.</summary>
internal sealed record FeedProxy(string Protocol, string Contract, bool IsShadow, string OnUpstreamFailure, IReadOnlyDictionary<string, double> Counts, IReadOnlyList<FeedSession> Sessions)
{
    // As many as the feed lists.
    private const int MostSessions = 64;
    private static readonly string[] Counted = ["clients", "requests", "rows", "changed_rows", "client_errors", "upstream_failures"];

    /// <summary>Null when the status is not about a proxy.</summary>
    public static FeedProxy? Read(JsonElement status)
    {
        if (!status.TryGetProperty("proxy", out JsonElement proxy) || proxy.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        return new FeedProxy(
            Text(proxy, "protocol") ?? "",
            Text(proxy, "contract") ?? "",
            proxy.TryGetProperty("shadow", out JsonElement shadow) && shadow.ValueKind == JsonValueKind.True,
            Text(proxy, "on_upstream_failure") ?? "",
            Counted.ToDictionary(name => name, name => proxy.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.Number ? JsonNumber.Read(value) ?? 0 : 0),
            proxy.TryGetProperty("sessions", out JsonElement sessions) && sessions.ValueKind == JsonValueKind.Array
                ? [.. sessions.EnumerateArray().Take(MostSessions).Select(SessionOf).OfType<FeedSession>()] : []);
    }

    private static FeedSession? SessionOf(JsonElement session) =>
        Text(session, "name") is { } name ? new FeedSession(name, Text(session, "client") ?? name, Text(session, "stopped_by")) : null;

    private static string? Text(JsonElement from, string key) =>
        from.ValueKind == JsonValueKind.Object && from.TryGetProperty(key, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}

/// <summary>One client of a proxy.</summary>
/// <param name="Name">What its topics begin with.</param>
/// <param name="Client">Its address or the name of its session.</param>
/// <param name="StoppedBy">Code of the stop that stays; null while there is none.</param>
internal sealed record FeedSession(string Name, string Client, string? StoppedBy);
