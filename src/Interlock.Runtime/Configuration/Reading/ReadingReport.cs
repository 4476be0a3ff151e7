using Interlock.Core.Diagnostics;
using Interlock.Core.Text;
using Interlock.Runtime.Configuration.Yaml;

namespace Interlock.Runtime.Configuration.Reading;

/// <summary>Where each key was written, and what was found wrong while reading.</summary>
internal sealed class ReadingReport(string file, DiagnosticCollector collector)
{
    /// <summary>A file with more mistakes than this is another format; the rest would only hide the first ones.</summary>
    private const int MostErrors = 100;

    private readonly Dictionary<string, ValueOrigin> _origins = [];
    private readonly HashSet<string> _faultyGroups = [];
    private int _errors;

    public bool HasErrors => _errors > 0;

    public void Locate(string key, ValueOrigin origin) => _origins[key] = origin;

    /// <summary>Where a key was written; null where it was not.</summary>
    public ValueOrigin? OriginOf(string key) => _origins.GetValueOrDefault(key);

    /// <summary>The place of a key; where it is absent, the place of the group it belongs to.</summary>
    public SourcePlace PlaceOf(string key)
    {
        for (string group = key; group.Length > 0; group = ParentOf(group))
        {
            if (_origins.TryGetValue(group, out ValueOrigin? origin))
            {
                return origin.PlaceOf(key);
            }
        }

        return new SourcePlace(file, 1, key);
    }

    public void Error(string code, string key, ValueOrigin origin, string message, string? hint = null)
    {
        _faultyGroups.Add(RootOf(key));
        _errors++;
        if (_errors <= MostErrors)
        {
            collector.Error(code, message, origin.PlaceOf(key), hint);
        }
    }

    /// <summary>Takes over what ended the reading of a text.</summary>
    public void Adopt(DiagnosticException exception)
    {
        _errors++;
        foreach (Diagnostic item in exception.Diagnostics)
        {
            collector.Add(item);
        }
    }

    public void UnknownWord(string key, YamlScalar typed, IReadOnlyList<string> words) =>
        Error("RT010", key, typed.Origin, $"{Quoted.Of(typed.Text)} is not a value that this key knows", Suggestion.Of(typed.Text, words, "Known"));

    /// <summary>True when something of the group of a key could not be read, so that a rule about it means nothing.</summary>
    public bool IsFaulty(string key) => _faultyGroups.Contains(RootOf(key));

    private static string RootOf(string key) => key.Split('.', '[')[0];

    private static string ParentOf(string key) => key[..Math.Max(0, key.LastIndexOfAny(['.', '[']))];
}
