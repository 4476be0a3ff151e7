using Interlock.Cli.Output;
using Interlock.ExecSpec.Files;
using Interlock.ExecSpec.Import;
using Interlock.ExecSpec.Specification;

namespace Interlock.Cli.Verbs.Spec.Import;

/// <summary>Specifications to be written, and where; no path when they go to the screen.</summary>
internal sealed record ImportedFiles(IReadOnlyList<ExecutableSpec> Specs, IReadOnlyList<string> Paths)
{
    public string? FirstExisting => Paths.FirstOrDefault(File.Exists);

    public static ImportedFiles Of(SpecImport import, bool every, string? output)
    {
        ExecutableSpec[] specs = every
            ? [.. import.Entries.Select(entry => import.SpecOf(entry.Key)).OfType<ExecutableSpec>()]
            : import.Selected is { } selected ? [selected] : [];
        return output is null || specs.Length == 0 ? new(specs, [])
            : every ? new(specs, UniqueNames(specs, output))
            : new(specs, [output]);
    }

    /// <summary>All of them or none.</summary>
    public void Write()
    {
        if (Paths.Count > 0)
        {
            AtomicFile.Write([.. Specs.Zip(Paths, (spec, path) => (path, (Action<Stream>)(stream => SpecFile.Write(spec, stream))))]);
        }
    }

    // A key may be anything that a file says: a Hub name with a slash, or worse. Two keys may come to the same name.
    private static string[] UniqueNames(ExecutableSpec[] specs, string folder)
    {
        HashSet<string> taken = new(StringComparer.OrdinalIgnoreCase);
        return [.. specs.Select(spec => Path.Combine(folder, UniqueName(spec.Unnormaliser.Key, taken)))];
    }

    private static string UniqueName(string key, HashSet<string> taken)
    {
        const int Longest = 100;
        string plain = string.Concat(key.Take(Longest).Select(letter => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '-' ? letter : '_'));
        string name = $"{plain}{SpecFile.Extension}";
        for (int number = 2; !taken.Add(name); number++)
        {
            name = $"{plain}_{number}{SpecFile.Extension}";
        }

        return name;
    }
}
