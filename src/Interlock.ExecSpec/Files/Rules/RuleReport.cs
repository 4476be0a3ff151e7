using Interlock.Core.Diagnostics;

namespace Interlock.ExecSpec.Files.Rules;

/// <summary>Takes the findings of the rules and gives each the place of the key it is about.</summary>
internal sealed class RuleReport(DiagnosticCollector collector, Func<string, SourcePlace> placeOf)
{
    public void Error(string code, string key, string message, string? hint = null) => collector.Error(code, message, placeOf(key), hint);

    public void Warn(string code, string key, string message, string? hint = null) => collector.Warn(code, message, placeOf(key), hint);
}
