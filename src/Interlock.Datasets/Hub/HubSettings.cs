using Interlock.Core.Diagnostics;
using Interlock.Datasets.Opening;

namespace Interlock.Datasets.Hub;

/// <summary>
/// Where the Hub and its cache are. Names of variables and the layout of the cache are those of the huggingface_hub package.
/// </summary>
public sealed record HubSettings
{
    private const string DefaultEndpoint = "https://huggingface.co";
    private const int DefaultAttempts = 4;

    /// <summary>Folder that holds <c>datasets--owner--name</c>.</summary>
    public required string CacheFolder { get; init; }

    /// <summary>Address of the Hub; default the public one.</summary>
    public Uri Endpoint { get; init; } = new(DefaultEndpoint);

    /// <summary>Access token, sent to <see cref="Endpoint"/> only; null for anonymous access.</summary>
    public string? Token { get; init; }

    /// <summary>True uses what the cache has and opens no connection.</summary>
    public bool IsOffline { get; init; }

    /// <summary>How often an interrupted request is tried altogether; 1 or more.</summary>
    public int Attempts { get; init; } = DefaultAttempts;

    /// <summary>Wait before the second attempt; doubles from there.</summary>
    public TimeSpan RetryDelay { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>A connection that delivers nothing for this long counts as broken.</summary>
    public TimeSpan StallLimit { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Reads HF_HOME, HF_HUB_CACHE, HUGGINGFACE_HUB_CACHE, XDG_CACHE_HOME, HF_ENDPOINT, HF_TOKEN, HF_TOKEN_PATH and HF_HUB_OFFLINE.
    /// </summary>
    /// <param name="variable">Value of an environment variable, or null.</param>
    /// <param name="homeFolder">The user's home folder.</param>
    /// <exception cref="DiagnosticException">DS180: HF_ENDPOINT is not an http or https address.</exception>
    public static HubSettings FromEnvironment(Func<string, string?> variable, string homeFolder)
    {
        string? Value(string name) => variable(name)?.Trim() is { Length: > 0 } value ? value : null;
        string cacheHome = Value("XDG_CACHE_HOME") ?? Path.Combine(homeFolder, ".cache");
        string home = Value("HF_HOME") ?? Path.Combine(cacheHome, "huggingface");
        return new HubSettings
        {
            CacheFolder = Value("HF_HUB_CACHE") ?? Value("HUGGINGFACE_HUB_CACHE") ?? Path.Combine(home, "hub"),
            Endpoint = ParseEndpoint(Value("HF_ENDPOINT") ?? DefaultEndpoint),
            Token = Value("HF_TOKEN") ?? TokenOfFile(Value("HF_TOKEN_PATH") ?? Path.Combine(home, "token")),
            IsOffline = Value("HF_HUB_OFFLINE")?.ToUpperInvariant() is "1" or "ON" or "YES" or "TRUE",
        };
    }

    private static Uri ParseEndpoint(string text) =>
        Uri.TryCreate(text.TrimEnd('/'), UriKind.Absolute, out Uri? endpoint) && endpoint.Scheme is "http" or "https"
            ? endpoint
            : throw new DiagnosticException(FileCode.HubReference, $"HF_ENDPOINT '{text}' is not an http or https address");

    private static string? TokenOfFile(string path) =>
        File.Exists(path) && File.ReadAllText(path).Trim() is { Length: > 0 } token ? token : null;
}
