using System.Net;
using System.Security.Cryptography;
using Interlock.Core.Diagnostics;
using Interlock.Datasets.Opening;

namespace Interlock.Datasets.Hub;

/// <summary>Fetches one file into the cache. What has come stays in an .incomplete file, from which the next attempt goes on.</summary>
internal sealed class BlobDownload(HubHttp http, Uri address, HubFile file, string blobPath, TransferMeter meter)
{
    public const string IncompleteEnding = ".incomplete";

    private const int BlockBytes = 1 << 17;

    private readonly string _incomplete = blobPath + IncompleteEnding;

    public async Task RunAsync(CancellationToken cancellation)
    {
        try
        {
            await http.RetryAsync(() => AttemptAsync(cancellation), cancellation);
            File.Move(_incomplete, blobPath, overwrite: true);
        }
        catch (DiagnosticException exception) when (exception.Diagnostics[0].Code == FileCode.HubIntegrity)
        {
            File.Delete(_incomplete);
            throw;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw HubCache.Unwritable(_incomplete, exception);
        }
    }

    private async Task<bool> AttemptAsync(CancellationToken cancellation)
    {
        // Not shared: a second download of the same file fails here instead of mixing its bytes in.
        await using FileStream target = new(
            _incomplete, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, BlockBytes, useAsync: true);
        if (target.Length > file.Bytes)
        {
            target.SetLength(0);
        }

        if (target.Length < file.Bytes)
        {
            await TransferAsync(target, cancellation);
        }

        await VerifyAsync(target, cancellation);
        return true;
    }

    private async Task TransferAsync(FileStream target, CancellationToken cancellation)
    {
        using HttpResponseMessage response = await http.GetAsync(address, target.Length, cancellation);
        long offset = ResumePoint(response, target);
        target.SetLength(offset);
        target.Position = offset;
        if (response.Content.Headers.ContentLength is { } length && offset + length != file.Bytes)
        {
            throw Wrong($"the server offers {offset + length} bytes and the list says {file.Bytes}");
        }

        meter.Update(file, offset, fetched: 0);
        await CopyAsync(response, target, cancellation);
        if (target.Length < file.Bytes)
        {
            throw HubFailure.Unreachable(address, $"the connection ended after {target.Length} of {file.Bytes} bytes");
        }
    }

    /// <summary>Where the body starts; a server that does not know ranges sends everything again.</summary>
    private long ResumePoint(HttpResponseMessage response, FileStream target)
    {
        if (response.StatusCode == HttpStatusCode.RequestedRangeNotSatisfiable)
        {
            target.SetLength(0);
            throw HubFailure.Unreachable(address, "it does not continue where the download stopped");
        }

        if (response.StatusCode == HttpStatusCode.OK)
        {
            return 0;
        }

        return response.Content.Headers.ContentRange?.From == target.Length
            ? target.Length
            : throw HubFailure.Unexpected(address, "it starts at another byte than asked for");
    }

    private async Task CopyAsync(HttpResponseMessage response, FileStream target, CancellationToken cancellation)
    {
        await using Stream body = await http.WithinStallLimitAsync(address, response.Content.ReadAsStreamAsync, cancellation);
        byte[] block = new byte[BlockBytes];
        while (true)
        {
            int count = await http.WithinStallLimitAsync(address, stop => body.ReadAsync(block, stop).AsTask(), cancellation);
            if (count == 0)
            {
                return;
            }

            if (target.Length + count > file.Bytes)
            {
                throw Wrong($"more than the listed {file.Bytes} bytes came");
            }

            await target.WriteAsync(block.AsMemory(0, count), cancellation);
            await target.FlushAsync(cancellation);
            meter.Update(file, target.Length, count);
        }
    }

    private async Task VerifyAsync(FileStream target, CancellationToken cancellation)
    {
        if (file.Sha256 is null)
        {
            return;
        }

        target.Position = 0;
        string actual = Convert.ToHexStringLower(await SHA256.HashDataAsync(target, cancellation));
        if (actual != file.Sha256)
        {
            throw Wrong($"its SHA-256 is {actual} and should be {file.Sha256}");
        }
    }

    private DiagnosticException Wrong(string what) => new(
        FileCode.HubIntegrity,
        $"The file that came is not the listed one: {what}",
        new SourcePlace(file.Path),
        "try again; nothing of it was kept");
}
