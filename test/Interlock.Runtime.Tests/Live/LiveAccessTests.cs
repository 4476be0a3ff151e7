using System.Net;
using Interlock.Core.Diagnostics;
using Interlock.Runtime.Live;
using Interlock.Runtime.Live.Access;

namespace Interlock.Runtime.Tests.Live;

public sealed class LiveAccessTests
{
    private static readonly LiveTokens Both = new(LiveRig.Operator, LiveRig.Viewer);

    [Fact]
    public void Other_machines_need_a_token()
    {
        LiveFeedOptions options = new() { Listen = new IPEndPoint(IPAddress.Any, 0) };
        Assert.Equal("RT250", Assert.Throws<DiagnosticException>(() => LiveFeed.Start(options, TimeProvider.System)).Diagnostics[0].Code);
    }

    [Fact]
    public void A_port_that_is_taken_is_said()
    {
        using LiveRig rig = new();
        Assert.Equal("RT250", Assert.Throws<DiagnosticException>(() => LiveFeed.Start(new LiveFeedOptions { Listen = rig.Feed.Endpoint }, TimeProvider.System)).Diagnostics[0].Code);
    }

    [Theory]
    [InlineData("", "viewer")]
    public async Task On_this_machine_anybody_looks_where_no_token_is_set(string query, string role)
    {
        using LiveRig rig = new();
        using LiveClient client = await rig.ConnectAsync(query);
        Assert.Equal(role, (await client.TextAsync("serverInfo")).GetProperty("metadata").GetProperty("role").GetString());
    }

    [Theory]
    [InlineData("?token=operator-0123456789", "operator")]
    [InlineData("?max_rate_hz=30&token=viewer-0123456789", "viewer")]
    public async Task A_token_says_what_its_bearer_may_do(string query, string role)
    {
        using LiveRig rig = new(options => options with { Tokens = Both });
        using LiveClient client = await rig.ConnectAsync(query, protocol: "foxglove.sdk.v1");
        Assert.Equal(role, (await client.TextAsync("serverInfo")).GetProperty("metadata").GetProperty("role").GetString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("?token=")]
    [InlineData("?token=viewer-012345678")]
    [InlineData("?token=viewer-01234567890")]
    public async Task A_missing_or_wrong_token_is_refused(string query)
    {
        using LiveRig rig = new(options => options with { Tokens = Both });
        Assert.Equal(HttpStatusCode.Unauthorized, await rig.RefusedAsync(query));
        Assert.Equal(1, rig.Feed.Counts.Refused);
    }

    [Fact]
    public async Task A_website_is_refused_although_it_knows_the_token()
    {
        using LiveRig rig = new(options => options with { Tokens = Both, AllowedOrigins = ["https://app.foxglove.dev"] });
        string token = $"?token={LiveRig.Operator}";
        Assert.Equal(HttpStatusCode.Forbidden, await rig.RefusedAsync(token, origin: "https://example.org"));
        Assert.Equal(HttpStatusCode.Forbidden, await rig.RefusedAsync(token, origin: "null"));
        using LiveClient allowed = await rig.ConnectAsync(token, origin: "https://app.foxglove.dev");
        await allowed.TextAsync("serverInfo");
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData("file://", true)]
    [InlineData("app://foxglove", true)]
    [InlineData("null", false)]
    [InlineData("", false)]
    [InlineData("http://localhost", false)]
    [InlineData("http://127.0.0.1:8765", false)]
    [InlineData("https://app.foxglove.dev.evil.org", false)]
    public void Programs_come_in_and_websites_do_not(string? origin, bool comes) =>
        Assert.Equal(comes, OriginRule.Admits(origin, ["https://app.foxglove.dev"]));

    [Fact]
    public async Task Another_subprotocol_is_told_what_this_is()
    {
        using LiveRig rig = new();
        Assert.Equal(HttpStatusCode.UpgradeRequired, await rig.RefusedAsync(protocol: "chat"));
    }

    [Fact]
    public void Tokens_are_made_for_this_user_alone_and_read_again()
    {
        string folder = Directory.CreateTempSubdirectory().FullName;
        string path = Path.Combine(folder, "tokens");
        LiveTokens made = LiveTokens.ReadOrMake(path);
        Assert.Equal(made, LiveTokens.ReadOrMake(path));
        Assert.NotEqual(made.Operator, made.Viewer);
        Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(path) == (UnixFileMode.UserRead | UnixFileMode.UserWrite));
        Assert.DoesNotContain(made.Operator!, made.ToString(), StringComparison.Ordinal);
        Directory.Delete(folder, recursive: true);
    }

    [Theory]
    [InlineData("")]
    [InlineData("operator short")]
    [InlineData("boss 0123456789abcdef")]
    [InlineData("operator 0123456789abcdef\nviewer 0123456789abcdef")]
    public void What_is_no_file_of_tokens_is_refused(string text)
    {
        string path = Path.GetTempFileName();
        File.WriteAllText(path, text);
        Assert.Equal("RT251", Assert.Throws<DiagnosticException>(() => LiveTokens.ReadOrMake(path)).Diagnostics[0].Code);
        File.Delete(path);
    }
}
