using System.Text.Json;
using Interlock.Core.Diagnostics;
using Interlock.Datasets.Opening;

namespace Interlock.Datasets.Hub;

/// <summary>Asks the Hub which commit a revision is and which files it has in meta/ and data/. Videos are never listed.</summary>
internal sealed class HubListing(HubHttp http, HubReference reference)
{
    private const int MaximumPages = 10_000;
    private const int MaximumFiles = 1_000_000;
    private const int MaximumPageBytes = 16 << 20;

    private static readonly string[] Folders = ["meta", "data"];

    public async Task<string> CommitAsync(CancellationToken cancellation)
    {
        Uri address = Address($"revision/{Uri.EscapeDataString(reference.Revision)}");
        (JsonDocument document, _) = await GetJsonAsync(address, cancellation);
        using (document)
        {
            return HubEntry.Text(document.RootElement, "sha") is { } commit && HubReference.IsCommitHash(commit)
                ? commit
                : throw HubFailure.Unexpected(address, "there is no commit hash in it");
        }
    }

    public async Task<IReadOnlyList<HubFile>> FilesAsync(string commit, CancellationToken cancellation)
    {
        List<HubFile> files = [];
        foreach (string folder in Folders)
        {
            await AddFolderAsync(folder, commit, files, cancellation);
        }

        return files.Count > 0
            ? files
            : throw new DiagnosticException(
                FileCode.FolderWithoutData,
                "The dataset has neither a meta nor a data folder",
                new SourcePlace($"{reference}"),
                "only datasets in LeRobot's layout are downloaded");
    }

    private async Task AddFolderAsync(string folder, string commit, List<HubFile> files, CancellationToken cancellation)
    {
        Uri? page = Address($"tree/{commit}/{folder}?recursive=true");
        for (int pages = 0; page is not null; pages++)
        {
            if (pages == MaximumPages || files.Count > MaximumFiles)
            {
                throw HubFailure.Unexpected(page, "the list of files does not end");
            }

            page = await AddPageAsync(page, folder, files, cancellation);
        }
    }

    private async Task<Uri?> AddPageAsync(Uri page, string folder, List<HubFile> files, CancellationToken cancellation)
    {
        try
        {
            (JsonDocument document, Uri? next) = await GetJsonAsync(page, cancellation);
            using (document)
            {
                files.AddRange(HubEntry.Files(document.RootElement, folder, page));
                return next;
            }
        }
        catch (DiagnosticException exception) when (exception.Diagnostics[0].Code == FileCode.HubNotFound)
        {
            // The dataset exists, so it is the folder that does not.
            return null;
        }
    }

    private Uri Address(string rest) =>
        new($"{http.Settings.Endpoint.AbsoluteUri.TrimEnd('/')}/api/datasets/{reference.Owner}/{reference.Name}/{rest}");

    private Task<(JsonDocument Document, Uri? Next)> GetJsonAsync(Uri address, CancellationToken cancellation) =>
        http.RetryAsync(() => GetJsonOnceAsync(address, cancellation), cancellation);

    private async Task<(JsonDocument Document, Uri? Next)> GetJsonOnceAsync(Uri address, CancellationToken cancellation)
    {
        using HttpResponseMessage response = await http.GetAsync(address, 0, cancellation);
        byte[] body = await http.WithinStallLimitAsync(address, stop => ReadBoundedAsync(response, address, stop), cancellation);
        try
        {
            return (JsonDocument.Parse(body), LinkHeader.Next(response, address));
        }
        catch (JsonException)
        {
            throw HubFailure.Unexpected(address, "it is not JSON");
        }
    }

    private static async Task<byte[]> ReadBoundedAsync(HttpResponseMessage response, Uri address, CancellationToken cancellation)
    {
        using Stream stream = await response.Content.ReadAsStreamAsync(cancellation);
        using MemoryStream body = new();
        byte[] block = new byte[1 << 16];
        for (int count; (count = await stream.ReadAsync(block, cancellation)) > 0;)
        {
            await body.WriteAsync(block.AsMemory(0, count), cancellation);
            if (body.Length > MaximumPageBytes)
            {
                throw HubFailure.Unexpected(address, $"it is longer than {MaximumPageBytes} bytes");
            }
        }

        return body.ToArray();
    }
}
