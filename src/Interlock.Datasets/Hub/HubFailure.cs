using System.Net;
using Interlock.Core.Diagnostics;
using Interlock.Datasets.Opening;

namespace Interlock.Datasets.Hub;

/// <summary>What a bad answer means, in words.</summary>
internal static class HubFailure
{
    private const string ErrorCodeHeader = "X-Error-Code";

    /// <summary>Errors with this code may go away by trying again.</summary>
    public static bool IsTransient(DiagnosticException exception) => exception.Diagnostics[0].Code == FileCode.HubUnreachable;

    public static DiagnosticException Of(HttpResponseMessage response, Uri address, bool hasToken)
    {
        string? reason = response.Headers.TryGetValues(ErrorCodeHeader, out IEnumerable<string>? values) ? values.FirstOrDefault() : null;
        SourcePlace place = new(Shown(address));
        return response.StatusCode switch
        {
            HttpStatusCode.Unauthorized => new DiagnosticException(
                FileCode.HubUnauthorised,
                hasToken
                    ? "The Hub does not accept the token, or the dataset does not exist"
                    : "The dataset does not exist, or it is private and needs a token",
                place,
                hasToken ? "make a new token and set HF_TOKEN" : "check the spelling; for a private dataset set HF_TOKEN"),
            HttpStatusCode.Forbidden => new DiagnosticException(
                FileCode.HubForbidden,
                "The token may not read this dataset",
                place,
                "accept the dataset's conditions on its page, or use a token with read access to it"),
            HttpStatusCode.NotFound when reason == "RevisionNotFound" => new DiagnosticException(
                FileCode.HubNotFound, "The dataset has no such revision", place, "leave out @revision for the main branch"),
            HttpStatusCode.NotFound => new DiagnosticException(
                FileCode.HubNotFound, "There is no such dataset or file on the Hub", place, "check owner and name"),
            HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError => Unreachable(
                address, $"HTTP {(int)response.StatusCode}"),
            _ => Unexpected(address, $"HTTP {(int)response.StatusCode}"),
        };
    }

    public static DiagnosticException Unreachable(Uri address, string cause) => new(
        FileCode.HubUnreachable,
        $"The Hub cannot be reached: {cause}",
        new SourcePlace(Shown(address)),
        "check the network and the proxy and try again, the download continues; HF_HUB_OFFLINE=1 uses what is in the cache");

    public static DiagnosticException Unexpected(Uri address, string what) => new(
        FileCode.HubAnswer, $"The Hub's answer is not understood: {what}", new SourcePlace(Shown(address)), "check HF_ENDPOINT");

    /// <summary>Addresses of redirects carry signatures in their query.</summary>
    private static string Shown(Uri address) => address.GetLeftPart(UriPartial.Path);
}
