using System.Net;
using System.Net.Http.Headers;
using Interlock.Core.Diagnostics;

namespace Interlock.Datasets.Hub;

/// <summary>GET requests that follow redirects themselves, so that the token goes to the endpoint and nowhere else.</summary>
internal sealed class HubHttp(HubSettings settings, HttpMessageHandler handler, TimeProvider time) : IDisposable
{
    private const int MaximumRedirects = 10;

    private readonly HttpMessageInvoker _invoker = new(handler, disposeHandler: false);

    public HubSettings Settings => settings;

    /// <summary>The answer with its body unread; status 200, 206 or 416, anything else is thrown.</summary>
    public async Task<HttpResponseMessage> GetAsync(Uri address, long offset, CancellationToken cancellation)
    {
        for (int redirects = 0; redirects <= MaximumRedirects; redirects++)
        {
            HttpResponseMessage response = await SendAsync(address, offset, cancellation);
            if (response.StatusCode is HttpStatusCode.OK or HttpStatusCode.PartialContent or HttpStatusCode.RequestedRangeNotSatisfiable)
            {
                return response;
            }

            using (response)
            {
                address = RedirectTarget(response, address) ?? throw HubFailure.Of(response, address, settings.Token is not null);
            }
        }

        throw HubFailure.Unexpected(address, $"more than {MaximumRedirects} redirects");
    }

    /// <summary>Runs <paramref name="wait"/> and treats silence as a broken connection.</summary>
    public async Task<T> WithinStallLimitAsync<T>(Uri address, Func<CancellationToken, Task<T>> wait, CancellationToken cancellation)
    {
        using CancellationTokenSource stall = new(settings.StallLimit, time);
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, stall.Token);
        try
        {
            return await wait(either.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw HubFailure.Unreachable(address, $"nothing came for {settings.StallLimit.TotalSeconds:0} s");
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            throw HubFailure.Unreachable(address, (exception.InnerException ?? exception).Message.TrimEnd('.'));
        }
    }

    /// <summary>Repeats <paramref name="work"/> while it fails for reasons that may pass.</summary>
    public async Task<T> RetryAsync<T>(Func<Task<T>> work, CancellationToken cancellation)
    {
        TimeSpan delay = settings.RetryDelay;
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                return await work();
            }
            catch (DiagnosticException exception) when (attempt < settings.Attempts && HubFailure.IsTransient(exception))
            {
                await Task.Delay(delay, time, cancellation);
                delay *= 2;
            }
        }
    }

    public void Dispose() => _invoker.Dispose();

    private async Task<HttpResponseMessage> SendAsync(Uri address, long offset, CancellationToken cancellation)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, address);
        request.Headers.UserAgent.Add(new ProductInfoHeaderValue("interlock", "1"));
        if (offset > 0)
        {
            request.Headers.Range = new RangeHeaderValue(offset, null);
        }

        if (settings.Token is { } token && IsEndpoint(address))
        {
            request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {token}");
        }

        return await WithinStallLimitAsync(address, stop => _invoker.SendAsync(request, stop), cancellation);
    }

    private bool IsEndpoint(Uri address) =>
        Uri.Compare(
            address, settings.Endpoint, UriComponents.SchemeAndServer, UriFormat.Unescaped, StringComparison.OrdinalIgnoreCase) == 0;

    private static Uri? RedirectTarget(HttpResponseMessage response, Uri from)
    {
        bool redirects = response.StatusCode is HttpStatusCode.MovedPermanently or HttpStatusCode.Found or HttpStatusCode.SeeOther
            or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect;
        if (!redirects || response.Headers.Location is not { } location)
        {
            return null;
        }

        Uri target = new(from, location);
        bool allowed = target.Scheme == Uri.UriSchemeHttps || (target.Scheme == Uri.UriSchemeHttp && from.Scheme == Uri.UriSchemeHttp);
        return allowed ? target : throw HubFailure.Unexpected(from, $"a redirect from {from.Scheme} to {target.Scheme}");
    }
}
