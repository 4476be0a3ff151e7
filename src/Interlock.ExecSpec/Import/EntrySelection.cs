using Interlock.Core.Diagnostics;
using Interlock.Core.Text;
using Interlock.ExecSpec.Specification;

namespace Interlock.ExecSpec.Import;

/// <summary>Picks the entry that was asked for, and nothing else: a key that almost fits is named in the refusal and never taken.</summary>
internal static class EntrySelection
{
    private const int KeysShown = 40;

    /// <summary>LIBERO evaluation code takes this variant silently when the suite's own key is absent.</summary>
    private const string FilteredSuffix = "_no_noops";

    public static ExecutableSpec? Select(IReadOnlyList<ImportedEntry> entries, ImportRequest request, string path, DiagnosticCollector findings)
    {
        ImportedEntry? selected = request.EveryEntry ? null : Find(entries, request.Key, path, findings);
        foreach (ImportedEntry entry in entries)
        {
            Report(entry, request.EveryEntry || ReferenceEquals(entry, selected), findings);
        }

        return selected is null || findings.HasErrors ? null : WithSiblings(entries, selected.Key);
    }

    /// <summary>Siblings that a specification brings along stay; an unusable entry is no sibling, since nothing could be compared with it.</summary>
    public static ExecutableSpec? WithSiblings(IReadOnlyList<ImportedEntry> entries, string key)
    {
        ILookup<bool, ImportedEntry> usable = entries.Where(entry => entry.IsUsable).ToLookup(entry => entry.Key == key);
        ExecutableSpec? spec = usable[true].FirstOrDefault()?.Spec;
        return spec is null ? null : spec with { Siblings = [.. spec.Siblings, .. usable[false].Select(entry => entry.Spec!.Unnormaliser)] };
    }

    private static ImportedEntry? Find(IReadOnlyList<ImportedEntry> entries, string? key, string path, DiagnosticCollector findings)
    {
        if (key is null && entries.Count == 1)
        {
            return entries[0];
        }

        ImportedEntry? found = key is null ? null : entries.FirstOrDefault(entry => entry.Key == key);
        if (found is null && !(entries.Count == 0 && findings.HasErrors))
        {
            findings.Add(key is null ? Required(entries, path) : Unknown(entries, key, path));
        }

        return found;
    }

    private static void Report(ImportedEntry entry, bool inFull, DiagnosticCollector findings)
    {
        foreach (Diagnostic item in entry.Findings.Where(item => inFull || item.Severity == DiagnosticSeverity.Error))
        {
            findings.Add(inFull ? item : item with { Severity = DiagnosticSeverity.Info });
        }
    }

    private static Diagnostic Required(IReadOnlyList<ImportedEntry> entries, string path) => new(
        ImportCode.KeyRequired,
        DiagnosticSeverity.Error,
        entries.Count == 0 ? "the source has no entry" : $"the source has {entries.Count} entries and none was selected",
        SourcePlace.OfFile(path),
        entries.Count == 0 ? null : $"state one with --key: {Keys(entries)}");

    private static Diagnostic Unknown(IReadOnlyList<ImportedEntry> entries, string key, string path) => new(
        ImportCode.KeyUnknown,
        DiagnosticSeverity.Error,
        $"the source has no entry {Quoted.Of(key)}{NearMiss(entries, key)}",
        SourcePlace.OfFile(path),
        $"entries: {Keys(entries)}");

    private static string NearMiss(IReadOnlyList<ImportedEntry> entries, string key)
    {
        string other = key.EndsWith(FilteredSuffix, StringComparison.Ordinal) ? key[..^FilteredSuffix.Length] : key + FilteredSuffix;
        if (entries.Any(entry => entry.Key == other))
        {
            return $"; {Quoted.Of(other)} exists, which LIBERO evaluation code takes without a word; here it has to be stated";
        }

        return NearestName.Of(key, entries.Select(entry => entry.Key)) is { } near ? $"; the nearest is {Quoted.Of(near)}" : string.Empty;
    }

    private static string Keys(IReadOnlyList<ImportedEntry> entries)
    {
        string shown = string.Join(", ", entries.Take(KeysShown).Select(entry => Quoted.Of(entry.Key)));
        return entries.Count > KeysShown ? $"{shown} and {entries.Count - KeysShown} more" : shown;
    }
}
