namespace Interlock.Runtime.Configuration.Rules;

/// <summary>Keys that belong to some kinds of a thing and not to others.</summary>
/// <param name="group">Path of the group.</param>
/// <param name="kind">The word of its kind.</param>
/// <param name="report">Takes the findings.</param>
internal sealed class KindKeys(string group, string kind, RuleReport report)
{
    public void Need(string key, bool isStated, bool isOfKind, string hint)
    {
        if (isOfKind && !isStated)
        {
            report.Error("RT017", $"{group}.{key}", $"kind {kind} needs the key '{key}'", hint);
        }
    }

    public void Refuse(string key, bool isStated, bool isOfKind)
    {
        if (isStated && !isOfKind)
        {
            report.Error("RT016", $"{group}.{key}", $"the key '{key}' means nothing to kind {kind}", "remove it, or check the kind");
        }
    }
}
