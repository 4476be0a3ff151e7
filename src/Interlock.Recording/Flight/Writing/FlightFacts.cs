using System.Globalization;
using System.Text.Json;
using Interlock.Recording.Flight.Session;

namespace Interlock.Recording.Flight.Writing;

/// <summary>Names and entries of our metadata records.</summary>
internal static class FlightFacts
{
    public const string Run = "interlock.run";
    public const string End = "interlock.end";
    public const string TriggerSource = "recorder";
    public const string Format = "interlock.flight/1";

    public static Dictionary<string, string> Of(FlightSession session, FlightLayout layout)
    {
        Dictionary<string, string> facts = new(session.Facts)
        {
            ["format"] = Format,
            ["run_id"] = session.RunId,
            ["start_monotonic_ns"] = Whole(session.StartMonotonicNs),
            ["start_utc_ns"] = Whole(session.StartUtcNs),
            ["rate_hz"] = layout.RateHz.ToString("R", CultureInfo.InvariantCulture),
            ["policy_dimension"] = Whole(layout.PolicyDimension),
            ["channels"] = JsonSerializer.Serialize(layout.Channels),
            ["units"] = JsonSerializer.Serialize(layout.Units.Select(unit => unit.Symbol)),
            ["monitors"] = JsonSerializer.Serialize(layout.Monitors),
            ["cameras"] = JsonSerializer.Serialize(layout.Cameras),
            ["verdicts"] = JsonSerializer.Serialize(layout.Verdicts),
            ["supervisor_states"] = JsonSerializer.Serialize(layout.SupervisorStates),
            ["action_sources"] = JsonSerializer.Serialize(layout.ActionSources),
        };
        Add(facts, "task", session.Task);
        Add(facts, "policy", session.Policy);
        Add(facts, "robot", session.Robot);
        Add(facts, "certificate_level", session.CertificateLevel);
        Add(facts, "software_version", session.SoftwareVersion);
        return facts;
    }

    public static string Whole(long value) => value.ToString(CultureInfo.InvariantCulture);

    public static void Add(Dictionary<string, string> facts, string key, string? value)
    {
        if (value is not null)
        {
            facts[key] = value;
        }
    }
}
