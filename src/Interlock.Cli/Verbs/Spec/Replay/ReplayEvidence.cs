using System.Text.Json;
using Interlock.Core.Statistics;
using Interlock.Core.Text;
using Interlock.Evaluation.Substitution;
using Interlock.Evaluation.Substitution.Report;
using Interlock.ExecSpec.Identity;
using Interlock.ExecSpec.Specification;
using Interlock.Simulation.Table;

namespace Interlock.Cli.Verbs.Spec.Replay;

/// <summary>
/// The study in the few numbers that a certificate carries:
/// <c>{"kind":"replay","suite","valid","identity","substituted":{KEY:successes},"spec_sha256",…}</c>.
/// </summary>
internal static class ReplayEvidence
{
    public static void Write(Utf8JsonWriter writer, TableReplayResult result)
    {
        writer.WriteStartObject();
        WriteFields(writer, result);
        writer.WriteEndObject();
    }

    public static void WriteFields(Utf8JsonWriter writer, TableReplayResult result)
    {
        SubstitutionReport report = result.Whole;
        writer.WriteString("kind", "replay");
        writer.WriteString("suite", result.Options.Key);
        writer.WriteNumber("episodes", report.Demonstrations);
        writer.WriteNumber("dropped", report.DroppedEpisodes.Count);
        writer.WriteNumber("valid", report.Valid);
        writer.WriteNumber("identity", report.Identity.Successes);
        WriteInterval(writer, "identity_interval", report.Identity.Interval);
        SubstitutionRow[] siblings = [.. report.Rows.Where(row => row.IsSibling)];
        writer.WriteStartObject("substituted");
        foreach (SubstitutionRow row in siblings)
        {
            writer.WriteNumber(row.Name, row.Successes);
        }

        writer.WriteEndObject();
        WriteGuards(writer, siblings);
        writer.WriteString("spec_sha256", SpecDigest.Of(result.Spec));
        WriteFingerprints(writer, result.Spec);
        writer.WriteNumber("seed", result.Options.Seed);
        JsonNumber.Write(writer, "rate_hz", new ArmWorldOptions().RateHz);
        writer.WriteString("simulator", "Interlock table arm");
        writer.WriteString("simulator_build", $"{typeof(ArmWorld).Assembly.ManifestModule.ModuleVersionId}");
        writer.WriteString("scope", "open-loop replay of simulated demonstrations; no closed-loop and no hardware claim");
    }

    private static void WriteFingerprints(Utf8JsonWriter writer, ExecutableSpec spec)
    {
        writer.WriteString("statistics_fingerprint", StatisticsFingerprint.Of(spec.Unnormaliser));
        writer.WriteStartObject("statistics_sha256");
        foreach (Normaliser key in spec.Siblings.Prepend(spec.Unnormaliser))
        {
            writer.WriteString(key.Key, StatisticsFingerprint.Of(key));
        }

        writer.WriteEndObject();
    }

    public static void WriteInterval(Utf8JsonWriter writer, string name, Interval interval) =>
        JsonNumber.Write(writer, name, [interval.Low, interval.High]);

    private static void WriteGuards(Utf8JsonWriter writer, SubstitutionRow[] siblings)
    {
        writer.WriteStartObject("guard_silent");
        foreach (GuardedSignal signal in siblings.SelectMany(row => row.Guards).Select(guard => guard.Signal).Distinct())
        {
            GuardActivity[] activities = [.. siblings.SelectMany(row => row.Guards).Where(guard => guard.Signal == signal)];
            writer.WriteStartObject(activities[0].Guard);
            writer.WriteNumber("silent", activities.Sum(item => item.SilentEpisodes));
            writer.WriteNumber("episodes", siblings.Sum(row => row.Episodes));
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }
}
