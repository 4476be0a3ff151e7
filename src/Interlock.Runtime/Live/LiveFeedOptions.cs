using System.Net;
using Interlock.Core.Diagnostics;
using Interlock.Runtime.Configuration;
using Interlock.Runtime.Configuration.Settings;

namespace Interlock.Runtime.Live;

/// <summary>How a live feed is served.</summary>
public sealed record LiveFeedOptions
{
    /// <summary>Where viewers connect; port 0 takes a free one. Any address but loopback needs a token. Default 127.0.0.1:8765, Foxglove's own port.</summary>
    public IPEndPoint Listen { get; init; } = new(IPAddress.Loopback, DefaultPort);

    /// <summary>What it shows; a proxy takes no commands, whoever asks. Default <see cref="LiveKind.Run"/>.</summary>
    public LiveKind Kind { get; init; }

    /// <summary>Who may look and who may command. Default: on this machine everybody looks, nobody commands.</summary>
    public LiveTokens Tokens { get; init; } = new();

    /// <summary>Websites that may connect, for example <c>https://app.foxglove.dev</c>; every other one is refused. Programs are no websites. Default none.</summary>
    public IReadOnlyList<string> AllowedOrigins { get; init; } = [];

    /// <summary>Most messages per second and channel of values to a viewer that asks for nothing else, above 0; null for all of them. Default null.</summary>
    public double? MaxRateHz { get; init; }

    /// <summary>Most bytes that wait for one viewer, 64 KiB or more; then the oldest data go, and are counted. Default 8 MiB.</summary>
    public int QueueBytes { get; init; } = 8 << 20;

    /// <summary>Most viewers at a time, 1 or more. Default 16.</summary>
    public int MostClients { get; init; } = 16;

    /// <summary>A viewer that takes nothing for so long is let go. Default 5 s.</summary>
    public TimeSpan SendTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Longest time for a viewer to ask for its websocket. Default 5 s.</summary>
    public TimeSpan HandshakeTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Name that viewers show. Default <c>interlock</c>.</summary>
    public string Name { get; init; } = "interlock";

    /// <summary>Told what a person should know: who came, who was refused and why. From several threads at once. Null for nobody.</summary>
    public Action<Diagnostic>? OnEvent { get; init; }

    /// <summary>What a run file asks for.</summary>
    /// <param name="file">Its folder is that of the tokens.</param>
    /// <param name="settings">Those of the file, or the defaults.</param>
    /// <exception cref="DiagnosticException">RT251: the tokens cannot be read or made.</exception>
    public static LiveFeedOptions Of(RunFile file, LiveSettings settings) => new()
    {
        Listen = IPEndPoint.Parse(settings.Listen),
        Tokens = settings.TokenFile is { } tokens ? LiveTokens.ReadOrMake(file.Resolve(tokens)) : new LiveTokens(),
        AllowedOrigins = settings.AllowedOrigins,
        MaxRateHz = settings.MaxRateHz,
        Name = file.Settings.Name,
    };

    /// <summary>Port that Foxglove suggests for live connections.</summary>
    public const int DefaultPort = 8765;
}
