using Interlock.Core.Diagnostics;
using Interlock.Datasets.Opening;

namespace Interlock.Datasets.Hub;

/// <summary>
/// Downloads datasets of the Hugging Face Hub into the cache that its own tools use. Only meta/ and data/ are fetched, never videos.
/// </summary>
public sealed class HubClient : IDisposable
{
    private readonly HubSettings _settings;
    private readonly HttpMessageHandler _handler;
    private readonly TimeProvider _time;

    /// <summary>Creates a client.</summary>
    /// <param name="settings">Where the Hub and the cache are.</param>
    /// <param name="handler">Sends requests; must not follow redirects itself. Disposed with the client.</param>
    /// <param name="time">Clock for rates, waits and stalls.</param>
    public HubClient(HubSettings settings, HttpMessageHandler handler, TimeProvider time)
    {
        _settings = settings;
        _handler = handler;
        _time = time;
    }

    /// <summary>A client with the settings of the process's environment and the system's clock.</summary>
    public static HubClient OfProcess()
    {
        string home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        HubSettings settings = HubSettings.FromEnvironment(Environment.GetEnvironmentVariable, home);
        return new HubClient(settings, new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }, TimeProvider.System);
    }

    /// <summary>Makes a dataset complete in the cache and returns the folder of its snapshot.</summary>
    /// <param name="reference">Which dataset, at which revision.</param>
    /// <param name="progress">Told after every block; null for nobody.</param>
    /// <param name="cancellation">Stops; what has come is continued the next time.</param>
    /// <exception cref="DiagnosticException">DS181–DS189: what went wrong and what to do.</exception>
    public async Task<string> DownloadAsync(
        HubReference reference, IProgress<HubProgress>? progress = null, CancellationToken cancellation = default)
    {
        HubCache cache = new(_settings.CacheFolder, reference);
        if (_settings.IsOffline)
        {
            return cache.CachedSnapshot() ?? throw NotCached(reference);
        }

        using HubHttp http = new(_settings, _handler, _time);
        HubListing listing = new(http, reference);
        string commit = await listing.CommitAsync(cancellation);
        IReadOnlyList<HubFile> files = await listing.FilesAsync(commit, cancellation);
        cache.CreateFolders();
        await FetchAsync(
            http, reference, commit, files, cache, new TransferMeter(files.Sum(file => file.Bytes), _time, progress), cancellation);
        cache.Publish(files, commit);
        return cache.SnapshotFolder(commit);
    }

    /// <inheritdoc />
    public void Dispose() => _handler.Dispose();

    private async Task FetchAsync(
        HubHttp http,
        HubReference reference,
        string commit,
        IReadOnlyList<HubFile> files,
        HubCache cache,
        TransferMeter meter,
        CancellationToken cancellation)
    {
        foreach (HubFile file in files)
        {
            if (cache.HasBlob(file))
            {
                meter.Finish(file);
                continue;
            }

            await new BlobDownload(http, Address(reference, commit, file), file, cache.BlobPath(file), meter).RunAsync(cancellation);
            meter.Finish(file);
        }
    }

    private Uri Address(HubReference reference, string commit, HubFile file)
    {
        string path = string.Join('/', file.Path.Split('/').Select(Uri.EscapeDataString));
        return new Uri(
            $"{_settings.Endpoint.AbsoluteUri.TrimEnd('/')}/datasets/{reference.Owner}/{reference.Name}/resolve/{commit}/{path}");
    }

    private DiagnosticException NotCached(HubReference reference) => new(
        FileCode.HubOffline,
        $"HF_HUB_OFFLINE is set and the cache has no complete copy of {reference}",
        SourcePlace.OfFile(_settings.CacheFolder),
        "unset HF_HUB_OFFLINE to download it");
}
