using Interlock.Runtime.Configuration.Keys;

namespace Interlock.Runtime.Configuration.Settings;

/// <summary>Metrics for scrapers.</summary>
public sealed record MetricsSettings
{
    /// <summary>Address and port of /metrics; port 0 takes a free one. Any address but loopback needs token_file. 1 to 64 characters. Default: 127.0.0.1:9464.</summary>
    [ConfigKey("Address and port of /metrics; port 0 takes a free one. Any address but loopback needs token_file.", Min = 1, Max = 64)]
    public string Listen { get; init; } = "127.0.0.1:9464";

    /// <summary>File whose first line scrapers must send as a bearer token. Default: none.</summary>
    [ConfigKey("File whose first line scrapers must send as a bearer token.", IsPath = true, DefaultText = "none")]
    public string? TokenFile { get; init; }
}
