using System.Text;
using Interlock.Core.Text;

namespace Interlock.Runtime.Proxies.Http;

/// <summary>What a client must show.</summary>
internal sealed class AccessToken(string? token)
{
    private static readonly string[] Schemes = ["Api-Key ", "Bearer "];

    private readonly byte[]? _token = token is null ? null : Encoding.UTF8.GetBytes(token);

    public bool IsAsked => _token is not null;

    public bool Admits(HttpRequestHead head) => Admits(head["Authorization"]);

    /// <summary>True when the value of the field <c>Authorization</c> shows the token.</summary>
    public bool Admits(string? authorization)
    {
        if (_token is null)
        {
            return true;
        }

        return Shown(authorization) is { } shown && Is(shown);
    }

    /// <summary>The token in the field Authorization; null when there is none.</summary>
    public static string? Shown(HttpRequestHead head) => Shown(head["Authorization"]);

    private static string? Shown(string? authorization)
    {
        string shown = authorization ?? "";
        return Array.Find(Schemes, word => shown.StartsWith(word, StringComparison.OrdinalIgnoreCase)) is { } scheme ? shown[scheme.Length..].Trim() : null;
    }

    /// <summary>True when a token is the one that is asked for; false when none is.</summary>
    public bool Is(string shown) => _token is not null && SecretText.AreSame(Encoding.Latin1.GetBytes(shown), _token);
}
