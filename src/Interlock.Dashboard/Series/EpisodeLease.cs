namespace Interlock.Dashboard.Series;

/// <summary>A view in use; dispose the lease, not the view.</summary>
public sealed class EpisodeLease : IDisposable
{
    private readonly Action _end;
    private int _ended;

    internal EpisodeLease(EpisodeView view, Action end)
    {
        View = view;
        _end = end;
    }

    /// <summary>The view.</summary>
    public EpisodeView View { get; }

    /// <inheritdoc />
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _ended, 1) == 0)
        {
            _end();
        }
    }
}
