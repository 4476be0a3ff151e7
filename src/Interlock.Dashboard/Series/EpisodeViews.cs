using Interlock.Recording.Episodes;

namespace Interlock.Dashboard.Series;

/// <summary>The views that were asked for last, kept open. A file that changed since, or whose notes did, is opened anew. Thread-safe.</summary>
public sealed class EpisodeViews : IDisposable
{
    private readonly Lock _lock = new();
    private readonly LinkedList<OpenView> _views = new();
    private readonly int _capacity;
    private bool _disposed;

    /// <summary>Creates an empty store.</summary>
    /// <param name="capacity">Most views kept open, 1 or more; each holds up to about 20 MB and one file. Default 8.</param>
    public EpisodeViews(int capacity = 8)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(capacity, 1);
        _capacity = capacity;
    }

    /// <summary>The view of a recording, opened where it is not yet. The store disposes it; one that is in use lives until its last lease ends.</summary>
    /// <param name="path">The file.</param>
    /// <param name="progress">As of <see cref="EpisodeView.Open"/>; told only by the call that opens.</param>
    /// <param name="cancellation">As of <see cref="EpisodeView.Open"/>.</param>
    /// <exception cref="Core.Diagnostics.DiagnosticException">As <see cref="EpisodeView.Open"/>.</exception>
    public EpisodeLease Rent(string path, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        OpenView open = Find(path, new FileInfo(path));
        try
        {
            EpisodeView view = open.View(progress, cancellation);
            return new EpisodeLease(view, () => Return(open));
        }
        catch
        {
            Forget(open);
            Return(open);
            throw;
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        lock (_lock)
        {
            _disposed = true;
            while (_views.Last is { } last)
            {
                Drop(last.Value);
            }
        }
    }

    // The place is taken under the lock and the file is opened outside it: a long recording must not keep the others waiting.
    private OpenView Find(string path, FileInfo file)
    {
        (long Bytes, DateTime Written) stamp = file.Exists ? (file.Length, Later(file.LastWriteTimeUtc, RecordingNotes.WrittenUtc(path))) : default;
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            OpenView? found = _views.FirstOrDefault(view => view.Path == path);
            if (found is not null && found.Stamp != stamp)
            {
                Drop(found);
                found = null;
            }

            found ??= new OpenView(path, stamp);
            _views.Remove(found);
            _views.AddFirst(found);
            found.Users++;
            while (_views.Count > _capacity)
            {
                Drop(_views.Last!.Value);
            }

            return found;
        }
    }

    // What people noted belongs to the view, and lies in a file of its own.
    private static DateTime Later(DateTime recording, DateTime? notes) => notes > recording ? notes.Value : recording;

    private void Forget(OpenView open)
    {
        lock (_lock)
        {
            Drop(open);
        }
    }

    private void Return(OpenView open)
    {
        lock (_lock)
        {
            open.Users--;
            open.CloseIfUnused();
        }
    }

    private void Drop(OpenView open)
    {
        _views.Remove(open);
        open.IsDropped = true;
        open.CloseIfUnused();
    }
}
