namespace Interlock.Datasets.Hub;

/// <summary>The address of the next page in a Link header: <c>&lt;address&gt;; rel="next"</c> (RFC 8288).</summary>
internal static class LinkHeader
{
    public static Uri? Next(HttpResponseMessage response, Uri page)
    {
        if (!response.Headers.TryGetValues("Link", out IEnumerable<string>? values))
        {
            return null;
        }

        foreach (string link in values.SelectMany(value => value.Split(",", StringSplitOptions.TrimEntries)))
        {
            int end = link.IndexOf('>', StringComparison.Ordinal);
            if (link.StartsWith('<') && end > 0 && link[end..].Contains("rel=\"next\"", StringComparison.OrdinalIgnoreCase))
            {
                return Target(link[1..end], page);
            }
        }

        return null;
    }

    private static Uri Target(string address, Uri page) =>
        Uri.TryCreate(page, address, out Uri? next) && next.Scheme == page.Scheme
            ? next
            : throw HubFailure.Unexpected(page, "the address of the next page is not one");
}
