using Interlock.Runtime.Configuration.Keys;

namespace Interlock.Runtime.Configuration.Settings;

/// <summary>Somebody who is told.</summary>
public sealed record AlertSettings
{
    /// <summary>Where alerts go. Required.</summary>
    [ConfigKey("Where alerts go.", IsRequired = true)]
    public AlertSinkKind Sink { get; init; }

    /// <summary>With file: the file, a JSON line for each alert; made where it does not exist. Default: none.</summary>
    [ConfigKey("With file: the file, a JSON line for each alert; made where it does not exist.", IsPath = true, DefaultText = "none")]
    public string? Path { get; init; }

    /// <summary>With file: a file that would grow beyond this is renamed first. 0.01 to 2000 MiB. Default: 10.</summary>
    [ConfigKey("With file: a file that would grow beyond this is renamed first.", Unit = "MiB", Min = 0.01, Max = 2000)]
    public double MaxMib { get; init; } = 10;

    /// <summary>With file: older files that are kept. 0 to 100. Default: 3.</summary>
    [ConfigKey("With file: older files that are kept.", Min = 0, Max = 100)]
    public int Keep { get; init; } = 3;

    /// <summary>With webhook: file with the secret address. Default: none.</summary>
    [ConfigKey("With webhook: file with the secret address.", IsPath = true, DefaultText = "none")]
    public string? AddressFile { get; init; }

    /// <summary>With webhook: environment variable with the secret address. 1 to 128 characters. Default: none.</summary>
    [ConfigKey("With webhook: environment variable with the secret address.", Min = 1, Max = 128, DefaultText = "none")]
    public string? AddressVariable { get; init; }

    /// <summary>With webhook: longest time for an attempt; there are three. 0.1 to 60 s. Default: 5.</summary>
    [ConfigKey("With webhook: longest time for an attempt; there are three.", Unit = "s", Min = 0.1, Max = 60)]
    public double TimeoutS { get; init; } = 5;

    /// <summary>What matters less is not told: warning for interventions, holds and findings, error for stops alone. Default: warning.</summary>
    [ConfigKey("What matters less is not told: warning for interventions, holds and findings, error for stops alone.")]
    public AlertLevel Level { get; init; }

    /// <summary>Alerts of one code and channel within this time are told as one; 0 tells each. 0 to 86400 s. Default: 60.</summary>
    [ConfigKey("Alerts of one code and channel within this time are told as one; 0 tells each.", Unit = "s", Min = 0, Max = 86400)]
    public double GroupS { get; init; } = 60;

    /// <summary>Most alerts a minute; the next one says how many were not told. 0.01 to 6000. Default: 20.</summary>
    [ConfigKey("Most alerts a minute; the next one says how many were not told.", Min = 0.01, Max = 6000)]
    public double PerMinute { get; init; } = 20;

    /// <summary>Most alerts on end, before the rate counts. 1 to 1000. Default: 5.</summary>
    [ConfigKey("Most alerts on end, before the rate counts.", Min = 1, Max = 1000)]
    public int Burst { get; init; } = 5;
}
