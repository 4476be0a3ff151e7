using Interlock.Core.Diagnostics;
using Interlock.Core.Text;

namespace Interlock.ExecSpec.Files.Reading;

/// <summary>Where the keys of one file lie, and what was found wrong with them.</summary>
internal sealed class ReadingReport(string file, DiagnosticCollector collector)
{
    /// <summary>A file with more mistakes than this is another format; the rest would only hide the first ones.</summary>
    private const int MostErrors = 100;

    private readonly Dictionary<string, int> _lines = [];
    private readonly HashSet<string> _faultyGroups = [];
    private int _errors;

    public bool HasErrors => _errors > 0;

    /// <summary>True when further errors are only counted.</summary>
    public bool IsFull => _errors >= MostErrors;

    public void Locate(string key, int line) => _lines[key] = line;

    /// <summary>The place of a key; where it is absent, the place of the group it belongs to.</summary>
    public SourcePlace PlaceOf(string key)
    {
        for (string group = key; group.Length > 0; group = ParentOf(group))
        {
            if (_lines.TryGetValue(group, out int line))
            {
                return new SourcePlace(file, line, key);
            }
        }

        return new SourcePlace(file, 1, key);
    }

    public void Error(string code, string key, int line, string message, string? hint = null)
    {
        _faultyGroups.Add(RootOf(key));
        _errors++;
        if (_errors <= MostErrors)
        {
            collector.Error(code, message, new SourcePlace(file, line, key), hint);
        }
    }

    public void UnknownWord(string key, int line, string typed, IReadOnlyList<string> words)
    {
        string? nearest = IsFull ? null : NearestName.Of(typed, words);
        string known = string.Join(", ", words);
        string hint = nearest is null ? $"known: {known}" : $"did you mean '{nearest}'? Known: {known}";
        Error("EX108", key, line, $"{Quoted.Of(typed)} is not a value that this key knows", hint);
    }

    /// <summary>
    /// True when a finding about <paramref name="key"/> may be nothing but the consequence of a value that could not be read: of its
    /// own group, or of the channels that every group depends on.
    /// </summary>
    public bool MayBeConsequence(string key) => _faultyGroups.Overlaps([RootOf(key), "", "action"]);

    private static string RootOf(string key)
    {
        int dot = key.IndexOf('.');
        return dot < 0 ? key : key[..dot];
    }

    private static string ParentOf(string key) => key[..Math.Max(0, key.LastIndexOfAny(['.', '[']))];
}
