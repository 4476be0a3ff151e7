using Interlock.Dashboard.Web;
using Microsoft.AspNetCore.Routing;

namespace Interlock.Dashboard.Tests.Web;

/// <summary>A place of the dashboard as its server lists it.</summary>
/// <param name="Pattern">As <c>/api/episodes/{id}/notes</c>.</param>
/// <param name="Method">GET or POST.</param>
internal sealed record Route(string Pattern, string Method)
{
    public const string Recording = "run.mcap";

    public bool ChangesSomething => Method == "POST";

    public bool HasParameter => Pattern.Contains('{', StringComparison.Ordinal);

    /// <summary>All of a server; the fallback for what is nowhere is none.</summary>
    public static IReadOnlyList<Route> Of(DashboardServer server) =>
    [
        .. from endpoint in server.Places.OfType<RouteEndpoint>()
           let methods = endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods
           where methods is not null
           from method in methods
           select new Route(endpoint.RoutePattern.RawText!, method),
    ];

    /// <summary>A question that is right but for what a test changes.</summary>
    /// <param name="id">In place of a parameter, as it goes into the address.</param>
    public HttpRequestMessage Question(DashboardServer server, string id = Recording)
    {
        string path = Pattern.Replace("{id}", id, StringComparison.Ordinal) + Query();
        Uri address = new(server.Address.OriginalString.TrimEnd('/') + path, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
        HttpRequestMessage request = new(new HttpMethod(Method), address);
        if (ChangesSomething)
        {
            request.Headers.Add("X-Interlock", "1");
            request.Content = new StringContent(Body(), System.Text.Encoding.UTF8, "application/json");
        }

        return request;
    }

    public override string ToString() => $"{Method} {Pattern}";

    private string Query() => Pattern.Split('/')[^1] switch
    {
        "series" => "?signals=state/elbow.pos&t0=0&t1=0.01&buckets=10",
        "step" => "?t=0.005",
        "image" => "?camera=wrist&t=1",
        "attachment" => "?name=arm.contract.yaml",
        _ => "",
    };

    private string Body() => Pattern.Split('/')[^1] switch
    {
        "command" => """{"command":"stop"}""",
        "notes" => """{"tags":["mine"],"note":"n","outcome":"success"}""",
        "whatif" => """{"contract":"x"}""",
        _ => throw new NotSupportedException($"{this} is new: give it a body that would change something"),
    };
}
