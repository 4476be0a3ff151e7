namespace Interlock.Cli.Verbs.Demo;

/// <summary>
/// The output folder. Files are staged beside it and moved in when all of them are complete; an earlier demo is
/// replaced, anybody else's file never is.
/// </summary>
internal sealed class DemoFolder : IDisposable
{
    private readonly string _target;
    private readonly string _staging;
    private bool _begun;

    public DemoFolder(string path)
    {
        _target = Path.GetFullPath(path);
        _staging = $"{_target}.partial";
    }

    /// <summary>The first file that the demo would overwrite although an earlier demo did not write it; null when there is none.</summary>
    public string? FindForeignFile()
    {
        if (File.Exists(_target))
        {
            return _target;
        }

        if (Path.Exists(_staging) && !IsLeftover())
        {
            return _staging;
        }

        return DemoJson.IsDemoSummary(Path.Combine(_target, DemoFiles.Summary))
            ? null
            : DemoFiles.All.Select(name => Path.Combine(_target, name)).FirstOrDefault(Path.Exists);
    }

    /// <summary>Makes the staging folder, empty: a recording never overwrites what a demo that was killed has left.</summary>
    public void Begin()
    {
        Directory.CreateDirectory(_staging);
        foreach (string name in DemoFiles.All)
        {
            File.Delete(Staged(name));
        }

        _begun = true;
    }

    public void Write(string name, Action<TextWriter> write)
    {
        using StreamWriter writer = new(Staged(name));
        write(writer);
    }

    /// <summary>A file of the demo while it is staged.</summary>
    public string Staged(string name) => Path.Combine(_staging, name);

    /// <summary>Moves everything to its place, the marker last. What an earlier demo wrote and this one did not goes.</summary>
    public void Commit()
    {
        Directory.CreateDirectory(_target);
        foreach (string name in DemoFiles.All)
        {
            if (File.Exists(Staged(name)))
            {
                File.Move(Staged(name), Path.Combine(_target, name), overwrite: true);
            }
            else
            {
                File.Delete(Path.Combine(_target, name));
            }
        }
    }

    public void Dispose()
    {
        if (_begun)
        {
            Directory.Delete(_staging, recursive: true);
        }
    }

    /// <summary>A demo that was killed leaves its staging folder, and nothing but its own files in it.</summary>
    private bool IsLeftover() =>
        Directory.Exists(_staging)
        && Directory.EnumerateFileSystemEntries(_staging).All(entry => DemoFiles.All.Contains(Path.GetFileName(entry)));
}
