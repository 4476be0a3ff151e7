using Interlock.Runtime.Proxies.Http;

namespace Interlock.Runtime.Live.Access;

/// <summary>Who a viewer is, by what it shows: header field, query or subprotocol.</summary>
internal sealed class LiveAccess(LiveTokens tokens, bool isLoopback)
{
    /// <summary>A subprotocol that carries a token, for browsers, whose websockets send no header fields.</summary>
    public const string TokenSubprotocol = "interlock.token.";

    private readonly AccessToken _operator = new(tokens.Operator);
    private readonly AccessToken _viewer = new(tokens.Viewer);

    /// <summary>The role; null when it may not come in.</summary>
    public LiveRole? RoleOf(HttpRequestHead head, LiveQuery query, IReadOnlyList<string> subprotocols)
    {
        string? shown = AccessToken.Shown(head)
            ?? query.Token
            ?? subprotocols.FirstOrDefault(word => word.StartsWith(TokenSubprotocol, StringComparison.Ordinal))?[TokenSubprotocol.Length..];
        if (shown is not null)
        {
            return _operator.Is(shown) ? LiveRole.Operator : _viewer.Is(shown) ? LiveRole.Viewer : null;
        }

        return isLoopback && tokens.Viewer is null ? LiveRole.Viewer : null;
    }
}
