using System.Net;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using Interlock.Core.Diagnostics;
using Interlock.Dashboard.Web;
using Interlock.Recording.Flight;
using Interlock.Recording.Tests.Flight;

namespace Interlock.Dashboard.Tests.Web;

public sealed class AccessTests
{
    private const string Operator = "operator-0123456789";
    private const string Viewer = "viewer-0123456789";

    [Theory]
    [InlineData("robots.example.org")]
    [InlineData("127.0.0.1.example.org")]
    [InlineData("10.0.0.5")]
    public async Task A_name_that_was_bound_to_this_address_is_refused(string host) =>
        await RefusedAsync("RT301", HttpStatusCode.Forbidden, Get("/api/session", ("Host", host)));

    [Theory]
    [InlineData("Origin", "https://example.org")]
    [InlineData("Origin", "null")]
    [InlineData("Origin", "http://127.0.0.1:1")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    public async Task Another_site_is_refused(string header, string value) =>
        await RefusedAsync("RT301", HttpStatusCode.Forbidden, Get("/api/session", (header, value)), Post("""{"command":"pause"}""", (header, value)));

    [Fact]
    public async Task A_form_of_another_site_cannot_send_our_header() =>
        await RefusedAsync("RT301", HttpStatusCode.Forbidden, new HttpRequestMessage(HttpMethod.Post, "/api/live/command") { Content = new StringContent("""{"command":"pause"}""") });

    [Fact]
    public async Task A_socket_of_another_site_is_refused()
    {
        await using DashboardServer server = await StartAsync(new StandingRobot());
        using ClientWebSocket socket = new();
        socket.Options.SetRequestHeader("Origin", "https://example.org");
        socket.Options.SetRequestHeader("Authorization", $"Bearer {Operator}");
        socket.Options.CollectHttpResponseDetails = true;

        await Assert.ThrowsAsync<WebSocketException>(() => socket.ConnectAsync(new Uri($"ws://{server.Address.Authority}/api/live"), CancellationToken.None));

        Assert.Equal(HttpStatusCode.Forbidden, socket.HttpStatusCode);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("Bearer operator-012345678")]
    [InlineData("Bearer operator-01234567890")]
    [InlineData("Bearer ")]
    [InlineData("Basic operator-0123456789")]
    public async Task Without_the_token_nothing_is_shown(string? authorization) =>
        await RefusedAsync("RT302", HttpStatusCode.Unauthorized, [.. new[] { "/", "/app.js", "/api/session", "/api/live" }.Select(place => Get(place, ("Authorization", authorization ?? "")))]);

    [Fact]
    public async Task The_link_becomes_a_cookie_that_scripts_do_not_see()
    {
        await using DashboardServer server = await StartAsync(new StandingRobot());
        using HttpClientHandler handler = new() { AllowAutoRedirect = false, UseCookies = false, CheckCertificateRevocationList = true };
        using HttpClient client = new(handler) { BaseAddress = server.Address };

        using HttpResponseMessage answer = await client.GetAsync(server.OperatorLink);

        string cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"));
        Assert.Equal((HttpStatusCode.Redirect, "/"), (answer.StatusCode, answer.Headers.Location!.ToString()));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_viewer_looks_and_does_nothing_else()
    {
        StandingRobot robot = new();
        await using DashboardServer server = await StartAsync(robot);
        using HttpClient viewer = Client(server, Viewer);

        string session = await viewer.GetStringAsync(new Uri("/api/session", UriKind.Relative));
        using HttpResponseMessage answer = await viewer.SendAsync(Post("""{"command":"stop"}"""));

        Assert.Contains("\"role\":\"viewer\"", session, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.Forbidden, "RT304"), (answer.StatusCode, await CodeAsync(answer)));
        Assert.Empty(robot.Commands);
    }

    [Fact]
    public async Task What_moves_the_robot_needs_a_persons_yes_and_a_stop_does_not()
    {
        StandingRobot robot = new();
        await using DashboardServer server = await StartAsync(robot);
        using HttpClient person = Client(server, Operator);

        foreach (string command in new[] { "arm", "start", "resume", "take_over", "hand_back", "answer_go_on", "answer_with_care" })
        {
            using HttpResponseMessage refused = await person.SendAsync(Post($$"""{"command":"{{command}}"}"""));
            Assert.Equal((HttpStatusCode.UnprocessableEntity, "RT305"), (refused.StatusCode, await CodeAsync(refused)));
        }

        Assert.Empty(robot.Commands);
        using HttpResponseMessage stopped = await person.SendAsync(Post("""{"command":"stop"}""")), started = await person.SendAsync(Post("""{"command":"start","confirm":true}"""));
        Assert.Equal(["stop", "start"], robot.Commands);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{\"command\":null}")]
    [InlineData("{\"command\":\"stop\",\"more\":1}")]
    public async Task A_question_that_cannot_be_understood_is_refused(string body) =>
        await RefusedAsync("RT305", HttpStatusCode.UnprocessableEntity, Post(body, ("Authorization", $"Bearer {Operator}")));

    [Theory]
    [InlineData("/api/episodes/..%2f..%2fetc%2fpasswd")]
    [InlineData("/api/episodes/~.~.etc~.passwd")]
    [InlineData("/api/episodes/%2e%2e/attachment?name=x")]
    [InlineData("/api/documents/..%2fsecret.study.json")]
    [InlineData("/api/documents/%00")]
    [InlineData("/../secret")]
    [InlineData("/assets/app.js")]
    public async Task No_name_leads_out_of_the_folder(string place)
    {
        using TemporaryFolder folder = new();
        await using DashboardServer server = await DashboardServer.StartAsync(new DashboardOptions { Folder = folder.PathOf(".") }, TimeProvider.System);
        using HttpClient client = new() { BaseAddress = server.Address };

        using HttpResponseMessage answer = await client.GetAsync(new Uri(server.Address.OriginalString.TrimEnd('/') + place, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }));

        Assert.Contains(answer.StatusCode, new[] { HttpStatusCode.NotFound, HttpStatusCode.BadRequest });
    }

    [Fact]
    public async Task A_file_of_a_recording_is_a_download_whatever_it_is()
    {
        using TemporaryFolder folder = new();
        using (FlightRecorder recorder = FlightSample.Start(folder.PathOf("run.mcap")))
        {
            recorder.Attach("page.html", "text/html", "<script>alert(1)</script>"u8.ToArray());
            FlightSample.Fill(recorder.Frame, 0);
            recorder.Commit();
        }

        await using DashboardServer server = await DashboardServer.StartAsync(new DashboardOptions { Folder = folder.PathOf(".") }, TimeProvider.System);
        using HttpClient client = new() { BaseAddress = server.Address };
        using HttpResponseMessage answer = await client.GetAsync(new Uri("/api/episodes/run.mcap/attachment?name=page.html", UriKind.Relative));

        Assert.Equal(("application/octet-stream", "attachment"), (answer.Content.Headers.ContentType!.MediaType, answer.Content.Headers.ContentDisposition!.DispositionType));
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
    }

    [Fact]
    public async Task Another_machine_is_let_in_only_with_a_token()
    {
        DiagnosticException refused = await Assert.ThrowsAsync<DiagnosticException>(() =>
            DashboardServer.StartAsync(new DashboardOptions { Listen = new IPEndPoint(IPAddress.Any, 0) }, TimeProvider.System));

        Assert.Equal("RT300", refused.Diagnostics[0].Code);
    }

    private static Task<DashboardServer> StartAsync(StandingRobot robot) =>
        DashboardServer.StartAsync(new DashboardOptions { Live = robot, OperatorToken = Operator, ViewerToken = Viewer }, TimeProvider.System);

    private static async Task RefusedAsync(string code, HttpStatusCode status, params HttpRequestMessage[] requests)
    {
        StandingRobot robot = new();
        await using DashboardServer server = await StartAsync(robot);
        using HttpClient client = new() { BaseAddress = server.Address };
        foreach (HttpRequestMessage request in requests)
        {
            if (code == "RT301")
            {
                request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {Operator}");
            }

            using HttpResponseMessage answer = await client.SendAsync(request);
            Assert.Equal((status, code), (answer.StatusCode, await CodeAsync(answer)));
        }

        Assert.Empty(robot.Commands);
    }

    private static HttpClient Client(DashboardServer server, string token)
    {
        HttpClient client = new() { BaseAddress = server.Address };
        client.DefaultRequestHeaders.Add("Authorization", $"Bearer {token}");
        return client;
    }

    private static HttpRequestMessage Get(string place, params (string Name, string Value)[] headers) => With(new HttpRequestMessage(HttpMethod.Get, place), headers);

    private static HttpRequestMessage Post(string body, params (string Name, string Value)[] headers) =>
        With(new HttpRequestMessage(HttpMethod.Post, "/api/live/command") { Content = new StringContent(body, Encoding.UTF8, "application/json") }, [("X-Interlock", "1"), .. headers]);

    private static HttpRequestMessage With(HttpRequestMessage request, (string Name, string Value)[] headers)
    {
        foreach ((string name, string value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return request;
    }

    private static async Task<string> CodeAsync(HttpResponseMessage answer) =>
        JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("code").GetString()!;
}
