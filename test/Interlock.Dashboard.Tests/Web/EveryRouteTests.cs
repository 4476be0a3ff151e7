using System.Net;
using System.Net.Http.Headers;
using System.Net.WebSockets;

namespace Interlock.Dashboard.Tests.Web;

/// <summary>What strangers may not do, at every place that the server lists: a new one is in these tests without being named.</summary>
public sealed class EveryRouteTests
{
    // Three times what the server takes.
    private const int HugeBytes = 3 << 20;

    public static TheoryData<string, string> OfAnotherSite => new()
    {
        { "Host", "robots.example.org" },
        { "Host", "127.0.0.1.example.org" },
        { "Host", "10.1.2.3" },
        { "Origin", "https://example.org" },
        { "Origin", "null" },
        { "Origin", "http://127.0.0.1:1" },
        { "Origin", "file://" },
        { "Sec-Fetch-Site", "cross-site" },
    };

    // Encoded once and twice, absolute, with the other slash, by the names that the list gives to folders, with an end of text, and by links that lead out.
    public static TheoryData<string> WaysOut => new(
        "..", "%2e%2e", "..%2f..%2fetc%2fpasswd", "..%252f..%252fetc%252fpasswd", "%2fetc%2fpasswd", "..%5coutside%5crun.mcap", "~.~.outside~.run.mcap", "..~.outside~.run.mcap",
        "..~.secret.study.json", "~.etc~.passwd", "run.mcap%00", "%00", "%c0%ae%c0%ae%2foutside%2frun.mcap", "....//outside//run.mcap", "link.mcap", "linked~.run.mcap", "again.mcap",
        "link.study.json", "linked~.own.study.json", "linked%2frun.mcap", "%E2%80%AErun.mcap");

    [Theory]
    [MemberData(nameof(OfAnotherSite))]
    public async Task Another_site_is_refused_everywhere(string header, string value)
    {
        await using RouteRig rig = await RouteRig.StartAsync();
        foreach (Route route in Route.Of(rig.Server))
        {
            using HttpRequestMessage request = route.Question(rig.Server);
            request.Headers.TryAddWithoutValidation(header, value);
            Assert.Equal((route, HttpStatusCode.Forbidden, "RT301"), Named(route, await rig.AskAsync(request, RouteRig.Operator)));
        }

        rig.AssertUntouched();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("operator-012345678")]
    [InlineData("operator-01234567890")]
    [InlineData("OPERATOR-0123456789")]
    public async Task Without_a_token_nothing_answers(string? token)
    {
        await using RouteRig rig = await RouteRig.StartAsync();
        foreach (Route route in Route.Of(rig.Server))
        {
            using HttpRequestMessage request = route.Question(rig.Server);
            Assert.Equal((route, HttpStatusCode.Unauthorized, "RT302"), Named(route, await rig.AskAsync(request, token)));
        }

        rig.AssertUntouched();
    }

    [Theory]
    [InlineData(RouteRig.Viewer, false)]
    [InlineData(RouteRig.Operator, true)]
    public async Task Who_may_only_look_changes_nothing_anywhere(string token, bool isReadOnly)
    {
        await using RouteRig rig = await RouteRig.StartAsync(isReadOnly);
        Route[] changing = [.. Route.Of(rig.Server).Where(route => route.ChangesSomething)];
        foreach (Route route in changing)
        {
            using HttpRequestMessage request = route.Question(rig.Server);
            Assert.Equal((route, HttpStatusCode.Forbidden, "RT304"), Named(route, await rig.AskAsync(request, token)));
        }

        Assert.NotEmpty(changing);
        rig.AssertUntouched();
    }

    [Fact]
    public async Task A_form_of_another_site_cannot_send_the_header_that_changes_need()
    {
        await using RouteRig rig = await RouteRig.StartAsync();
        foreach (Route route in Route.Of(rig.Server).Where(route => route.ChangesSomething))
        {
            using HttpRequestMessage request = route.Question(rig.Server);
            request.Headers.Remove("X-Interlock");
            request.Content!.Headers.ContentType = new MediaTypeHeaderValue("text/plain");
            Assert.Equal((route, HttpStatusCode.Forbidden, "RT301"), Named(route, await rig.AskAsync(request, RouteRig.Operator)));
        }

        rig.AssertUntouched();
    }

    [Theory]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("PATCH")]
    [InlineData("OPTIONS")]
    [InlineData("TRACE")]
    [InlineData("GET")]
    [InlineData("POST")]
    [InlineData("X")]
    public async Task Another_method_does_nothing_anywhere(string method)
    {
        await using RouteRig rig = await RouteRig.StartAsync();
        foreach (Route route in Route.Of(rig.Server).Where(route => route.Method != method))
        {
            using HttpRequestMessage request = new(new HttpMethod(method), route.Question(rig.Server).RequestUri);
            request.Headers.Add("X-Interlock", "1");
            (HttpStatusCode status, _, _) = await rig.AskAsync(request, RouteRig.Operator);
            Assert.True(status is HttpStatusCode.MethodNotAllowed or HttpStatusCode.NotFound, $"{method} {route}: {status}");
        }

        rig.AssertUntouched();
    }

    [Theory]
    [MemberData(nameof(WaysOut))]
    public async Task No_name_leads_out_of_the_folder_anywhere(string id)
    {
        await using RouteRig rig = await RouteRig.StartAsync();
        Route[] named = [.. Route.Of(rig.Server).Where(route => route.HasParameter)];
        foreach (Route route in named)
        {
            using HttpRequestMessage request = route.Question(rig.Server, id);
            (HttpStatusCode status, _, string body) = await rig.AskAsync(request, RouteRig.Operator);
            Assert.True(status is HttpStatusCode.NotFound or HttpStatusCode.BadRequest or HttpStatusCode.MethodNotAllowed, $"{route} with {id}: {status}");
            Assert.DoesNotContain(RouteRig.Secret, body, StringComparison.Ordinal);
        }

        Assert.NotEmpty(named);
        rig.AssertUntouched();
    }

    [Fact]
    public async Task What_is_linked_from_elsewhere_is_not_listed_and_what_is_linked_within_is()
    {
        await using RouteRig rig = await RouteRig.StartAsync();
        using HttpRequestMessage episodes = new(HttpMethod.Get, new Uri(rig.Server.Address, "/api/episodes")), documents = new(HttpMethod.Get, new Uri(rig.Server.Address, "/api/documents"));
        string listed = (await rig.AskAsync(episodes, RouteRig.Viewer)).Body + (await rig.AskAsync(documents, RouteRig.Viewer)).Body;
        Assert.Contains("\"within.mcap\"", listed, StringComparison.Ordinal);
        Assert.Contains("own.study.json", listed, StringComparison.Ordinal);
        Assert.DoesNotContain("link", listed, StringComparison.Ordinal);
        Assert.DoesNotContain("again", listed, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_huge_body_is_not_read_anywhere(bool isChunked)
    {
        await using RouteRig rig = await RouteRig.StartAsync();
        foreach (Route route in Route.Of(rig.Server).Where(route => route.ChangesSomething))
        {
            using HttpRequestMessage request = route.Question(rig.Server);
            // Blanks before a right question: nothing but the length is wrong.
            request.Content = new ByteArrayContent([.. Enumerable.Repeat((byte)' ', HugeBytes), .. await request.Content!.ReadAsByteArrayAsync()]);
            request.Headers.TransferEncodingChunked = isChunked;
            request.Headers.ConnectionClose = true;
            (HttpStatusCode status, string? code, _) = await rig.AskAsync(request, RouteRig.Operator);
            Assert.Equal((route, HttpStatusCode.RequestEntityTooLarge, "RT305"), (route, status, code));
        }

        rig.AssertUntouched();
    }

    [Theory]
    [InlineData("https://example.org", RouteRig.Operator, HttpStatusCode.Forbidden)]
    [InlineData("null", RouteRig.Operator, HttpStatusCode.Forbidden)]
    [InlineData(null, "", HttpStatusCode.Unauthorized)]
    [InlineData(null, "wrong", HttpStatusCode.Unauthorized)]
    public async Task A_socket_opens_nowhere_for_a_stranger(string? origin, string token, HttpStatusCode status)
    {
        await using RouteRig rig = await RouteRig.StartAsync();
        foreach (Route route in Route.Of(rig.Server).Where(route => !route.ChangesSomething))
        {
            using ClientWebSocket socket = new();
            socket.Options.CollectHttpResponseDetails = true;
            socket.Options.SetRequestHeader("Authorization", $"Bearer {token}");
            if (origin is not null)
            {
                socket.Options.SetRequestHeader("Origin", origin);
            }

            Uri address = new UriBuilder(route.Question(rig.Server).RequestUri!) { Scheme = "ws" }.Uri;
            await Assert.ThrowsAsync<WebSocketException>(() => socket.ConnectAsync(address, CancellationToken.None));
            Assert.Equal((route, status), (route, socket.HttpStatusCode));
        }
    }

    [Fact]
    public async Task Who_shows_the_token_gets_an_answer_everywhere()
    {
        // Otherwise the others would prove nothing.
        await using RouteRig rig = await RouteRig.StartAsync();
        foreach (Route route in Route.Of(rig.Server))
        {
            using HttpRequestMessage request = route.Question(rig.Server, route.Pattern.StartsWith("/api/documents", StringComparison.Ordinal) ? "own.study.json" : Route.Recording);
            (HttpStatusCode status, string? code, _) = await rig.AskAsync(request, RouteRig.Operator);
            Assert.True(status == HttpStatusCode.OK || code is "RT303" or "RT305" || status == HttpStatusCode.UnprocessableEntity, $"{route}: {status} {code}");
        }

        Assert.Equal(["stop"], rig.Robot.Commands);
        Assert.True(Route.Of(rig.Server).Count >= 20, $"{Route.Of(rig.Server).Count} places");
    }

    private static (Route Route, HttpStatusCode Status, string? Code) Named(Route route, (HttpStatusCode Status, string? Code, string Body) answer) => (route, answer.Status, answer.Code);
}
