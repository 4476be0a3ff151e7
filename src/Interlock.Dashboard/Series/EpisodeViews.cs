namespace Interlock.Dashboard.Series;

/// <summary>The views that were asked for last, kept open. A file that changed since is opened anew. Thread-safe.</summary>
public sealed class EpisodeViews : IDisposable
{
    /// <summary>Creates an empty store.</summary>
    /// <param name="capacity">Most views kept open, 1 or more; each holds up to about 15 MB and one file. Default 8.</param>
    public EpisodeViews(int capacity = 8) => ArgumentOutOfRangeException.ThrowIfLessThan(capacity, 1);

    /// <summary>The view of a recording, opened where it is not yet. The store disposes it; one that is in use lives until its last lease ends.</summary>
    /// <exception cref="Core.Diagnostics.DiagnosticException">As <see cref="EpisodeView.Open"/>.</exception>
    public EpisodeLease Rent(string path, IProgress<double>? progress = null, CancellationToken cancellation = default) => throw new NotSupportedException();

    /// <inheritdoc />
    public void Dispose()
    {
    }
}
