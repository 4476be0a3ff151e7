namespace Interlock.Runtime.Live.Access;

/// <summary>
/// Keeps websites out: a browser names the site that opens a websocket, and any site may try an address of this machine. Programs name none,
/// and desktop programs built on a browser name a file or a scheme of their own, which no website can.
/// </summary>
internal static class OriginRule
{
    private static readonly string[] OfPrograms = ["file", "app", "foxglove", "vscode-webview"];

    public static bool Admits(string? origin, IReadOnlyList<string> allowed) =>
        origin is null
        || allowed.Contains(origin, StringComparer.OrdinalIgnoreCase)
        || (Uri.TryCreate(origin, UriKind.Absolute, out Uri? address) && OfPrograms.Contains(address.Scheme, StringComparer.OrdinalIgnoreCase));
}
