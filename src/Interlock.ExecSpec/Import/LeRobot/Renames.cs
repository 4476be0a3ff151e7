using Interlock.Core.Diagnostics;
using Interlock.Core.Text;
using Interlock.ExecSpec.Import.Json;
using Interlock.ExecSpec.Import.LeRobot.Json;
using Interlock.ExecSpec.Import.LeRobot.Pipeline;

namespace Interlock.ExecSpec.Import.LeRobot;

/// <summary>Observations that are renamed before the policy sees them: two cameras exchanged here look right everywhere else.</summary>
internal static class Renames
{
    private const int Shown = 8;

    public static void Report(IReadOnlyList<PipelineStep> steps, PolicyConfig? config, DiagnosticCollector findings)
    {
        foreach (PipelineStep step in steps.Where(step => step.Kind == StepKind.Renames))
        {
            (string From, string To)[] map =
                [.. Fields.Members(step.Config?.Member("rename_map")).Select(member => (member.Name, Fields.AsText(member.Value)))];
            if (map.Length > 0)
            {
                string list = string.Join(", ", map.Take(Shown).Select(pair => $"{Quoted.Of(pair.From)} → {Quoted.Of(pair.To)}"));
                findings.Info(LeRobotCodes.Renamed, $"observations are renamed: {list}{(map.Length > Shown ? ", …" : "")}", step.Place);
            }

            foreach ((string from, string to) in map.Where(pair => config?.Inputs.Count > 0 && !config.Inputs.ContainsKey(pair.To)).Take(Shown))
            {
                findings.Warn(LeRobotCodes.Renamed, $"{Quoted.Of(from)} is renamed to {Quoted.Of(to)}, which the policy has no input for", step.Place);
            }
        }
    }
}
