using Interlock.Runtime.Proxies.Http;

namespace Interlock.Runtime.Live.Access;

/// <summary>The names under which this protocol is asked for: its first, and the one of newer programs, which say the same.</summary>
internal static class Subprotocol
{
    private static readonly string[] Known = ["foxglove.sdk.v1", "foxglove.websocket.v1"];

    public static IReadOnlyList<string> Asked(HttpRequestHead head) =>
        head["Sec-WebSocket-Protocol"]?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];

    /// <summary>The one to speak; null when none of those asked for is known.</summary>
    public static string? Choose(IReadOnlyList<string> asked) => Array.Find(Known, asked.Contains);
}
