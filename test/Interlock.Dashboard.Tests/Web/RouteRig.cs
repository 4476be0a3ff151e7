using System.Net;
using System.Text.Json;
using Interlock.Dashboard.Web;
using Interlock.Recording.Flight;
using Interlock.Recording.Tests.Flight;

namespace Interlock.Dashboard.Tests.Web;

/// <summary>A dashboard with everything: recordings, documents, a robot, both tokens. Outside its folder lies what nobody may see.</summary>
internal sealed class RouteRig : IAsyncDisposable
{
    public const string Operator = "operator-0123456789";
    public const string Viewer = "viewer-0123456789";
    public const string Secret = "the-secret-of-another-folder";

    private readonly TemporaryFolder _folder = new();
    private readonly HttpClientHandler _handler = new() { AllowAutoRedirect = false, UseCookies = false, CheckCertificateRevocationList = true };

    public RouteRig()
    {
        Write("shown", "the recording of this folder");
        Write("outside", Secret);
        _folder.Write("shown/own.study.json", "{}");
        _folder.Write("outside/own.study.json", $$"""{"secret":"{{Secret}}"}""");
        _folder.Write("secret.study.json", $$"""{"secret":"{{Secret}}"}""");
        File.CreateSymbolicLink(_folder.PathOf("shown/link.mcap"), _folder.PathOf("outside/run.mcap"));
        File.CreateSymbolicLink(_folder.PathOf("shown/link.study.json"), _folder.PathOf("secret.study.json"));
        Directory.CreateSymbolicLink(_folder.PathOf("shown/linked"), _folder.PathOf("outside"));
        File.CreateSymbolicLink(_folder.PathOf("shown/again.mcap"), "linked/run.mcap");
        File.CreateSymbolicLink(_folder.PathOf("shown/within.mcap"), "run.mcap");
        Client = new HttpClient(_handler);
    }

    public StandingRobot Robot { get; } = new();

    public HttpClient Client { get; }

    public DashboardServer Server { get; private set; } = null!;

    public string Folder => _folder.PathOf("shown");

    public static async Task<RouteRig> StartAsync(bool isReadOnly = false)
    {
        RouteRig rig = new();
        rig.Server = await DashboardServer.StartAsync(
            new DashboardOptions { Folder = rig.Folder, Live = rig.Robot, OperatorToken = Operator, ViewerToken = Viewer, IsReadOnly = isReadOnly, Report = (path, _) => $"<p>{Path.GetFileName(path)}" },
            TimeProvider.System);
        return rig;
    }

    /// <summary>The answer, and that nothing happened.</summary>
    public async Task<(HttpStatusCode Status, string? Code, string Body)> AskAsync(HttpRequestMessage request, string? token)
    {
        if (token is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {token}");
        }

        using HttpResponseMessage answer = await Client.SendAsync(request);
        string body = await answer.Content.ReadAsStringAsync();
        if (body.Length == 0 && answer.StatusCode == HttpStatusCode.BadRequest)
        {
            // The web server itself takes it for no request, before anything of ours sees it.
            return (answer.StatusCode, null, body);
        }

        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Contains("default-src 'none'", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        string? code = answer.Content.Headers.ContentType?.MediaType == "application/json" && (int)answer.StatusCode >= 400 ? JsonDocument.Parse(body).RootElement.GetProperty("code").GetString() : null;
        return (answer.StatusCode, code, body);
    }

    /// <summary>Neither the robot nor the folder got anything.</summary>
    public void AssertUntouched()
    {
        Assert.Empty(Robot.Commands);
        Assert.Empty(Directory.EnumerateFiles(_folder.Root, "*notes*", SearchOption.AllDirectories));
    }

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        Client.Dispose();
        _handler.Dispose();
        _folder.Dispose();
    }

    private void Write(string folder, string attached)
    {
        Directory.CreateDirectory(_folder.PathOf(folder));
        using FlightRecorder recorder = FlightSample.Start(_folder.PathOf($"{folder}/run.mcap"));
        recorder.Attach("arm.contract.yaml", "application/yaml", System.Text.Encoding.UTF8.GetBytes(attached));
        FlightSample.Run(recorder, 0, 20);
    }
}
