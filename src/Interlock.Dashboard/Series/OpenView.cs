namespace Interlock.Dashboard.Series;

/// <summary>A view in the store: opened by the first who needs it, closed when it was dropped and nobody uses it.</summary>
internal sealed class OpenView(string path, (long Bytes, DateTime Written) stamp)
{
    private readonly Lock _opening = new();
    private EpisodeView? _view;

    public string Path => path;

    public (long Bytes, DateTime Written) Stamp => stamp;

    /// <summary>Under the lock of the store, as is <see cref="IsDropped"/>.</summary>
    public int Users { get; set; }

    public bool IsDropped { get; set; }

    public EpisodeView View(IProgress<double>? progress, CancellationToken cancellation)
    {
        lock (_opening)
        {
            return _view ??= EpisodeView.Open(path, progress, cancellation);
        }
    }

    public void CloseIfUnused()
    {
        if (IsDropped && Users == 0)
        {
            _view?.Dispose();
            _view = null;
        }
    }
}
