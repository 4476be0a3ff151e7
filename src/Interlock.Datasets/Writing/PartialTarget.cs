using Interlock.Core.Diagnostics;

namespace Interlock.Datasets.Writing;

/// <summary>A file or folder that is written under a neighbouring name and renamed when it is whole; otherwise it goes away.</summary>
internal sealed class PartialTarget : IDisposable
{
    private readonly string _target;
    private bool _isMoved;

    /// <exception cref="DiagnosticException">DS240: the target exists.</exception>
    public PartialTarget(string target)
    {
        _target = System.IO.Path.TrimEndingDirectorySeparator(System.IO.Path.GetFullPath(target));
        Path = $"{_target}.partial";
        RequireFree();
        Guarded(() => Directory.CreateDirectory(System.IO.Path.GetDirectoryName(_target)!));
        Remove();
    }

    /// <summary>Where to write.</summary>
    public string Path { get; }

    /// <summary>Runs something that touches the disk.</summary>
    /// <exception cref="DiagnosticException">DS242: the disk refused.</exception>
    public void Guarded(Action action)
    {
        try
        {
            action();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new DiagnosticException("DS242", $"it cannot be written: {exception.Message.TrimEnd('.')}", SourcePlace.OfFile(_target), "check the folder, its permissions and the free space");
        }
    }

    /// <summary>Moves the result to its place.</summary>
    public void Move()
    {
        RequireFree();
        Guarded(() => Directory.Move(Path, _target));
        _isMoved = true;
    }

    public void Dispose()
    {
        if (!_isMoved)
        {
            Guarded(Remove);
        }
    }

    private void RequireFree()
    {
        if (System.IO.Path.Exists(_target))
        {
            throw new DiagnosticException("DS240", "something stands there already", SourcePlace.OfFile(_target), "choose another name; an export never overwrites");
        }
    }

    private void Remove()
    {
        if (Directory.Exists(Path))
        {
            Directory.Delete(Path, recursive: true);
        }

        File.Delete(Path);
    }
}
