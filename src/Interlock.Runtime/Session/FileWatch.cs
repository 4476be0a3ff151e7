namespace Interlock.Runtime.Session;

/// <summary>Notices when a file is not the one that was loaded. Looks at it from whatever thread calls <see cref="Look"/>; the answer is readable from every thread.</summary>
internal sealed class FileWatch
{
    private readonly string _path;
    private readonly byte[] _loaded;
    private bool _changed;

    /// <param name="path">The file.</param>
    /// <param name="loaded">Its bytes when it was loaded.</param>
    public FileWatch(string path, byte[] loaded)
    {
        _path = path;
        _loaded = loaded;
    }

    /// <summary>True from the first look that found other bytes, or no file, on; it stays true.</summary>
    public bool HasChanged => Volatile.Read(ref _changed);

    public void Look()
    {
        if (!HasChanged && !IsSame())
        {
            Volatile.Write(ref _changed, true);
        }
    }

    private bool IsSame()
    {
        try
        {
            return File.ReadAllBytes(_path).AsSpan().SequenceEqual(_loaded);
        }
        catch (IOException)
        {
            return false;
        }
        catch (UnauthorizedAccessException)
        {
            return false;
        }
    }
}
