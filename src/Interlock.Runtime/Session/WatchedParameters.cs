using Interlock.Core.Contract;
using Interlock.Core.Text;
using Interlock.Runtime.Configuration;

namespace Interlock.Runtime.Session;

/// <summary>What viewers may read of a run's settings: how it reacts and how fast it is, and nothing about where anything lies.</summary>
internal static class WatchedParameters
{
    private static readonly string[] Shown = ["name", "task", "supervisor.", "loop.", "schedule.", "confidence.degrade", "run."];

    public static IReadOnlyDictionary<string, object?> Of(RunFile file, SafetyContract contract)
    {
        Dictionary<string, object?> parameters = new(StringComparer.Ordinal)
        {
            ["contract.name"] = contract.Name,
            ["contract.mode"] = EnumWord.Of(contract.Mode),
        };
        foreach (var entry in file.Effective(contract).Entries.Where(entry => Array.Exists(Shown, start => entry.Path.StartsWith(start, StringComparison.Ordinal))))
        {
            parameters[entry.Path] = entry.Value;
        }

        return parameters;
    }
}
