using Interlock.Runtime.Configuration.Keys;

namespace Interlock.Runtime.Configuration.Settings;

/// <summary>The live feed.</summary>
public sealed record LiveSettings
{
    /// <summary>Address and port for viewers; port 0 takes a free one. Any address but loopback needs token_file. Default: 127.0.0.1:8765.</summary>
    [ConfigKey("Address and port for viewers; port 0 takes a free one. Any address but loopback needs token_file.", Max = 64)]
    public string Listen { get; init; } = "127.0.0.1:8765";

    /// <summary>File with the tokens of operator and viewer; made, for this user alone, where it does not exist. Default: none, users of this machine look and nobody commands.</summary>
    [ConfigKey(
        "File with the tokens of operator and viewer; made, for this user alone, where it does not exist.",
        IsPath = true, DefaultText = "none, users of this machine look and nobody commands")]
    public string? TokenFile { get; init; }

    /// <summary>Websites that may connect, such as https://app.foxglove.dev; programs need not be named. Default: none.</summary>
    [ConfigKey("Websites that may connect, such as https://app.foxglove.dev; programs need not be named.", DefaultText = "none")]
    public IReadOnlyList<string> AllowedOrigins { get; init; } = [];

    /// <summary>Most messages per second and channel of values to a viewer that asks for nothing else. 0.1 to 10000 Hz. Default: all of them.</summary>
    [ConfigKey(
        "Most messages per second and channel of values to a viewer that asks for nothing else.", Unit = "Hz", Min = 0.1, Max = 10000, DefaultText = "all of them")]
    public double? MaxRateHz { get; init; }
}
