using System.Globalization;
using System.Text.Json;
using Interlock.Core.Diagnostics;
using Interlock.Core.Units;
using Interlock.Recording.Flight.Session;
using Interlock.Recording.Flight.Writing;

namespace Interlock.Recording.Flight.Reading;

/// <summary>Session and layout from the metadata record of a recording (RC024 where it does not say what it must).</summary>
internal sealed class FactReader(IReadOnlyDictionary<string, string> facts, string? file)
{
    private static readonly HashSet<string> Known =
    [
        "format", "run_id", "start_monotonic_ns", "start_utc_ns", "rate_hz", "policy_dimension", "channels", "units", "monitors", "cameras", "verdicts",
        "supervisor_states", "action_sources", "task", "policy", "robot", "certificate_level", "software_version",
    ];

    public FlightSession Session() => new()
    {
        RunId = Text("run_id"),
        StartMonotonicNs = Whole("start_monotonic_ns"),
        StartUtcNs = Whole("start_utc_ns"),
        Task = facts.GetValueOrDefault("task"),
        Policy = facts.GetValueOrDefault("policy"),
        Robot = facts.GetValueOrDefault("robot"),
        CertificateLevel = facts.GetValueOrDefault("certificate_level"),
        SoftwareVersion = facts.GetValueOrDefault("software_version"),
        Facts = facts.Where(pair => !Known.Contains(pair.Key)).ToDictionary(),
    };

    public FlightLayout Layout()
    {
        if (Text("format") != FlightFacts.Format)
        {
            throw NotOurs(file, $"its format is '{Text("format")}', this version reads '{FlightFacts.Format}'");
        }

        string[] channels = Words("channels");
        string[] units = Words("units");
        long dimension = Whole("policy_dimension");
        if (channels.Length == 0 || units.Length != channels.Length || dimension is < 1 or > int.MaxValue)
        {
            throw NotOurs(file, "channels, units and policy dimension do not agree");
        }

        return new FlightLayout
        {
            Channels = channels,
            Units = [.. units.Select(symbol => ChannelUnit.Find(symbol) ?? ChannelUnit.None)],
            PolicyDimension = (int)dimension,
            RateHz = double.TryParse(Text("rate_hz"), NumberStyles.Float, CultureInfo.InvariantCulture, out double rateHz) && rateHz > 0
                ? rateHz
                : throw NotOurs(file, "'rate_hz' is not a rate"),
            Monitors = Words("monitors"),
            Cameras = Words("cameras"),
            Verdicts = Words("verdicts"),
            SupervisorStates = Words("supervisor_states"),
            ActionSources = Words("action_sources"),
        };
    }

    public static DiagnosticException NotOurs(string? file, string why) =>
        new("RC024", $"this is not a flight recording: {why}", new SourcePlace(file), "recordings made by `interlock run` and `interlock demo` can be opened");

    private string Text(string key) => facts.GetValueOrDefault(key) ?? throw NotOurs(file, $"its record '{FlightFacts.Run}' has no '{key}'");

    private long Whole(string key) => long.TryParse(Text(key), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long value)
        ? value
        : throw NotOurs(file, $"'{key}' is not a whole number");

    private string[] Words(string key)
    {
        try
        {
            string?[] words = JsonSerializer.Deserialize<string?[]>(Text(key)) ?? [];
            return [.. words.Select(word => word ?? throw NotOurs(file, $"'{key}' is not a list of words"))];
        }
        catch (JsonException)
        {
            throw NotOurs(file, $"'{key}' is not a list of words");
        }
    }
}
