using Interlock.Core.Diagnostics;
using Interlock.Runtime.Configuration.Reading;

namespace Interlock.Runtime.Configuration.Rules;

/// <summary>Takes the findings of the rules, gives each the place of its key, and drops those about groups that could not be read.</summary>
internal sealed class RuleReport(ReadingReport places, DiagnosticCollector collector)
{
    public bool HasErrors { get; private set; }

    /// <summary>A finding that makes the file unusable.</summary>
    /// <param name="code">RT code.</param>
    /// <param name="key">The key it is about.</param>
    /// <param name="message">What is wrong.</param>
    /// <param name="hint">What to do.</param>
    /// <param name="other">The other key that it depends on.</param>
    public void Error(string code, string key, string message, string? hint = null, string? other = null)
    {
        if (!IsConsequence(key, other))
        {
            HasErrors = true;
            collector.Error(code, message, places.PlaceOf(key), hint);
        }
    }

    /// <summary>A finding that leaves the file usable.</summary>
    public void Warn(string code, string key, string message, string? hint = null, string? other = null)
    {
        if (!IsConsequence(key, other))
        {
            collector.Warn(code, message, places.PlaceOf(key), hint);
        }
    }

    /// <summary>True when the file or a flag states the key.</summary>
    public bool IsStated(string key) => places.OriginOf(key) is not null;

    private bool IsConsequence(string key, string? other) => places.IsFaulty(key) || (other is not null && places.IsFaulty(other));
}
