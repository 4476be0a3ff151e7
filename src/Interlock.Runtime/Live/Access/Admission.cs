using Interlock.Core.Diagnostics;
using Interlock.Core.Text;
using Interlock.Runtime.Live.Sockets;
using Interlock.Runtime.Proxies.Http;

namespace Interlock.Runtime.Live.Access;

/// <summary>Decides about a request before it becomes a websocket.</summary>
internal sealed class Admission(LiveFeedOptions options, bool isLoopback)
{
    private readonly LiveAccess _access = new(options.Tokens, isLoopback);

    /// <summary>Switches to frames and says as what the viewer was let in.</summary>
    /// <exception cref="DiagnosticException">RT252, RT253, RT254, RT202: it may not come in.</exception>
    public async ValueTask<AdmittedViewer> AdmitAsync(ViewerLink link, HttpRequestHead head, CancellationToken cancellation)
    {
        if (!OriginRule.Admits(head["Origin"], options.AllowedOrigins))
        {
            throw LiveError.Of(
                LiveCodes.Origin, "request", $"the website {Quoted.Of(head["Origin"] ?? "")} may not connect to a robot's live feed", "name it with live.allowed_origins if it is yours");
        }

        IReadOnlyList<string> asked = Subprotocol.Asked(head);
        LiveQuery query = LiveQuery.Parse(head.Query);
        LiveRole role = _access.RoleOf(head, query, asked) ?? throw LiveError.Of(
            LiveCodes.NotAllowed, "request", "the token of this feed was not shown, or it is another one", "add ?token=… to the address, or send `Authorization: Bearer …`");
        string protocol = Subprotocol.Choose(asked) ?? throw LiveError.Of(
            LiveCodes.Subprotocol, "request", "this is a live feed of the Foxglove WebSocket protocol, which was not asked for", "open it in Foxglove: Open connection, Foxglove WebSocket");
        await link.SendAsync(WebSocketUpgrade.Agreement(head, !link.HasMore, $"Sec-WebSocket-Protocol: {protocol}\r\n"), cancellation);
        return new AdmittedViewer(role, query.MaxRateHz ?? options.MaxRateHz);
    }

    /// <summary>Status of a refusal.</summary>
    public static int StatusOf(DiagnosticException failure) => failure.Diagnostics[0].Code switch
    {
        LiveCodes.NotAllowed => 401,
        LiveCodes.Origin => 403,
        LiveCodes.Subprotocol => 426,
        LiveCodes.TooMany => 503,
        _ => 400,
    };
}
