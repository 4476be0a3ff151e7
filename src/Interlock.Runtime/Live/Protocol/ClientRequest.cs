using System.Text.Json;

namespace Interlock.Runtime.Live.Protocol;

/// <summary>What a viewer says in JSON.</summary>
internal abstract record ClientRequest
{
    // Nothing that is asked nests deeper.
    private static readonly JsonDocumentOptions Shallow = new() { MaxDepth = 8 };

    /// <summary>Reads a request; null when it is none that is known, whatever it is.</summary>
    public static ClientRequest? TryRead(ReadOnlyMemory<byte> text)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(text, Shallow);
            return Of(document.RootElement);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or FormatException or KeyNotFoundException)
        {
            return null;
        }
    }

    private static ClientRequest? Of(JsonElement root) => root.GetProperty("op").GetString() switch
    {
        "subscribe" => new SubscribeRequest(
            [.. root.GetProperty("subscriptions").EnumerateArray().Select(item => (item.GetProperty("id").GetUInt32(), item.GetProperty("channelId").GetUInt32()))]),
        "unsubscribe" => new UnsubscribeRequest([.. root.GetProperty("subscriptionIds").EnumerateArray().Select(item => item.GetUInt32())]),
        "getParameters" => new ParametersRequest(
            [.. root.GetProperty("parameterNames").EnumerateArray().Select(item => item.GetString()!)], IdOf(root), IsChange: false),
        "setParameters" => new ParametersRequest(
            [.. root.GetProperty("parameters").EnumerateArray().Select(item => item.GetProperty("name").GetString()!)], IdOf(root), IsChange: true),
        "fetchAsset" => new AssetRequest(root.GetProperty("uri").GetString()!, root.GetProperty("requestId").GetUInt32()),
        _ => null,
    };

    private static string? IdOf(JsonElement root) => root.TryGetProperty("id", out JsonElement id) ? id.GetString() : null;
}

internal sealed record SubscribeRequest(IReadOnlyList<(uint Id, uint Channel)> Wishes) : ClientRequest;

internal sealed record UnsubscribeRequest(IReadOnlyList<uint> Ids) : ClientRequest;

internal sealed record ParametersRequest(IReadOnlyList<string> Names, string? Id, bool IsChange) : ClientRequest;

internal sealed record AssetRequest(string Uri, uint Request) : ClientRequest;
