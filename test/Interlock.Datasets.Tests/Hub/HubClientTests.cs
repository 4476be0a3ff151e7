using System.Text;
using Interlock.Core.Diagnostics;
using Interlock.Datasets.Hub;
using Interlock.Datasets.Opening;

namespace Interlock.Datasets.Tests.Hub;

public sealed class HubClientTests : IAsyncLifetime
{
    private static readonly HubReference Reference = HubReference.Parse(FakeHub.Reference);

    private readonly TemporaryFolder _cache = new();
    private readonly FakeHub _hub = new();

    private string Blobs => _cache.PathOf("datasets--robot--pick/blobs");

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        await _hub.DisposeAsync();
        _cache.Dispose();
    }

    [Fact]
    public async Task A_fresh_download_has_the_layout_of_the_hugging_face_cache()
    {
        string snapshot = await DownloadAsync();

        Assert.Equal(_cache.PathOf($"datasets--robot--pick/snapshots/{FakeHub.Commit}"), snapshot);
        Assert.Equal(FakeHub.Commit, File.ReadAllText(_cache.PathOf("datasets--robot--pick/refs/main")));
        string link = Path.Combine(snapshot, "data", "a b.csv");
        Assert.StartsWith("../../../blobs/", new FileInfo(link).LinkTarget!.Replace('\\', '/'), StringComparison.Ordinal);
        Assert.Equal(_hub.Files["data/a b.csv"], File.ReadAllBytes(link));
        Assert.Equal(3, Directory.GetFiles(Blobs).Length);
        Assert.DoesNotContain(_hub.Server.Seen, request => request.Target.Contains("videos", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_second_run_fetches_no_file()
    {
        await DownloadAsync();
        int first = _hub.Downloads.Count();

        await DownloadAsync();

        Assert.Equal((3, 3), (first, _hub.Downloads.Count()));
    }

    [Fact]
    public async Task An_interrupted_download_goes_on_where_it_stopped()
    {
        const int Arrived = 30_000;
        byte[] big = _hub.Files["data/big.csv"];
        _hub.Override = request => request.Target.EndsWith("big.csv", StringComparison.Ordinal)
            ? new Answer(200, big, SendBytes: Arrived)
            : null;
        Assert.Equal("DS181", await FailureAsync());
        Assert.Equal(big[..Arrived], File.ReadAllBytes(Assert.Single(Directory.GetFiles(Blobs, "*.incomplete"))));

        _hub.Override = null;
        string snapshot = await DownloadAsync();

        Assert.Equal(
            $"bytes={Arrived}-",
            _hub.Server.Seen.Last(request => request.Target.EndsWith("big.csv", StringComparison.Ordinal)).Headers["range"]);
        Assert.Equal(big, File.ReadAllBytes(Path.Combine(snapshot, "data", "big.csv")));
        Assert.Empty(Directory.GetFiles(Blobs, "*.incomplete"));
    }

    [Fact]
    public async Task A_broken_connection_is_resumed_within_one_run()
    {
        byte[] big = _hub.Files["data/big.csv"];
        _hub.Override = request => request.Target.EndsWith("big.csv", StringComparison.Ordinal) && !request.Headers.ContainsKey("range")
            ? new Answer(200, big, SendBytes: 1000)
            : null;

        string snapshot = await DownloadAsync(_hub.Settings(_cache.Root) with { Attempts = 3 });

        Assert.Equal(big, File.ReadAllBytes(Path.Combine(snapshot, "data", "big.csv")));
    }

    [Fact]
    public async Task A_server_without_ranges_sends_everything_again()
    {
        byte[] big = _hub.Files["data/big.csv"];
        _hub.Override = request => request.Target.EndsWith("big.csv", StringComparison.Ordinal)
            ? new Answer(200, big, SendBytes: 1000)
            : null;
        await FailureAsync();
        _hub.Override = request => request.Target.EndsWith("big.csv", StringComparison.Ordinal) ? new Answer(200, big) : null;

        Assert.Equal(big, File.ReadAllBytes(Path.Combine(await DownloadAsync(), "data", "big.csv")));
    }

    [Fact]
    public async Task The_token_goes_to_the_endpoint_and_not_where_it_redirects_to()
    {
        await using LoopbackServer storage = new(request => FakeHub.Content(request, _hub.Files["data/big.csv"]));
        _hub.Override = request => request.Target.EndsWith("big.csv", StringComparison.Ordinal)
            ? new Answer(302, [], new Dictionary<string, string> { ["Location"] = $"{storage.Address}signed?key=1" })
            : null;

        await DownloadAsync(_hub.Settings(_cache.Root) with { Token = "hf_secret" });

        Assert.All(_hub.Server.Seen, request => Assert.Equal("Bearer hf_secret", request.Headers["authorization"]));
        Assert.False(Assert.Single(storage.Seen).Headers.ContainsKey("authorization"));
    }

    [Fact]
    public async Task Redirects_without_end_are_given_up()
    {
        _hub.Override = request => new Answer(307, [], new Dictionary<string, string> { ["Location"] = request.Target });

        Assert.Equal("DS188", await FailureAsync());
        Assert.InRange(_hub.Server.Seen.Count, 2, 20);
    }

    [Theory]
    [InlineData(401, "DS182")]
    [InlineData(403, "DS183")]
    [InlineData(404, "DS184")]
    [InlineData(418, "DS188")]
    [InlineData(503, "DS181")]
    public async Task A_refusal_says_what_it_means(int status, string code)
    {
        _hub.Override = _ => new Answer(status, []);

        Assert.Equal(code, await FailureAsync());
    }

    [Fact]
    public async Task An_unknown_revision_is_told_from_an_unknown_dataset()
    {
        DiagnosticException failure = await Assert.ThrowsAsync<DiagnosticException>(
            () => DownloadAsync(reference: HubReference.Parse("hub:robot/pick@v9")));

        Assert.Equal("DS184", failure.Diagnostics[0].Code);
        Assert.Contains("revision", failure.Diagnostics[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_is_busy_is_asked_again()
    {
        int busy = 2;
        _hub.Override = _ => busy-- > 0 ? new Answer(503, []) : null;

        Assert.True(Directory.Exists(await DownloadAsync(_hub.Settings(_cache.Root) with { Attempts = 3 })));
    }

    [Fact]
    public async Task Wrong_content_leaves_nothing_behind()
    {
        byte[] wrong = [.. _hub.Files["data/big.csv"]];
        wrong[^2] ^= 1;
        _hub.Override = request => request.Target.EndsWith("big.csv", StringComparison.Ordinal) ? new Answer(200, wrong) : null;

        Assert.Equal("DS186", await FailureAsync());
        Assert.Equal(2, Directory.GetFiles(Blobs).Length);
        Assert.Empty(Directory.GetFiles(Blobs, "*.incomplete"));
        Assert.False(Directory.Exists(_cache.PathOf("datasets--robot--pick/refs")));
        Assert.False(Directory.Exists(_cache.PathOf("datasets--robot--pick/snapshots")));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public async Task Wrong_size_leaves_nothing_behind(int difference)
    {
        byte[] wrong = new byte[_hub.Files["data/big.csv"].Length + difference];
        _hub.Override = request => request.Target.EndsWith("big.csv", StringComparison.Ordinal) ? new Answer(200, wrong) : null;

        Assert.Equal("DS186", await FailureAsync());
        Assert.Empty(Directory.GetFiles(Blobs, "*.incomplete"));
    }

    [Theory]
    [InlineData("data/../../../evil")]
    [InlineData("data//evil")]
    [InlineData("data/..\\\\evil")]
    [InlineData("/etc/evil")]
    [InlineData("data/C:evil")]
    [InlineData("videos/evil")]
    public async Task A_listed_name_that_leads_elsewhere_is_refused(string path)
    {
        string entry = $"[{{\"type\":\"file\",\"path\":\"{path}\",\"size\":1,\"oid\":\"{FakeHub.Commit}\"}}]";
        _hub.Override = request => request.Target.Contains("/tree/", StringComparison.Ordinal)
            ? new Answer(200, Encoding.UTF8.GetBytes(entry))
            : null;

        Assert.Equal("DS187", await FailureAsync());
        Assert.Empty(Directory.GetFileSystemEntries(_cache.Root));
    }

    [Theory]
    [InlineData("""[{"type":"file","path":"meta/a","size":1,"oid":"../../evil"}]""")]
    [InlineData("""[{"type":"file","path":"meta/a","size":-1,"oid":"0123456789abcdef0123456789abcdef01234567"}]""")]
    [InlineData("""[{"type":"file","size":1}]""")]
    [InlineData("""{"error":"x"}""")]
    [InlineData("<html>")]
    public async Task A_listing_that_is_none_is_refused(string listing)
    {
        _hub.Override = request => request.Target.Contains("/tree/", StringComparison.Ordinal)
            ? new Answer(200, Encoding.UTF8.GetBytes(listing))
            : null;

        Assert.Equal("DS188", await FailureAsync());
    }

    [Fact]
    public async Task Offline_uses_the_cache_and_opens_no_connection()
    {
        string snapshot = await DownloadAsync();
        int requests = _hub.Server.Seen.Count;
        HubSettings offline = _hub.Settings(_cache.Root) with { IsOffline = true };

        Assert.Equal(snapshot, await DownloadAsync(offline));
        Assert.Equal(snapshot, await DownloadAsync(offline, HubReference.Parse($"{FakeHub.Reference}@{FakeHub.Commit}")));
        Assert.Equal("DS185", await FailureAsync(offline, HubReference.Parse("hub:robot/other")));
        Assert.Equal("DS185", await FailureAsync(offline, HubReference.Parse($"{FakeHub.Reference}@v3.0")));
        Assert.Equal(requests, _hub.Server.Seen.Count);
    }

    [Fact]
    public async Task A_hub_that_is_not_there_is_named_with_its_address()
    {
        LoopbackServer closed = new(_ => new Answer(200, []));
        await closed.DisposeAsync();

        Assert.Equal("DS181", await FailureAsync(_hub.Settings(_cache.Root) with { Endpoint = closed.Address }));
    }

    [Fact]
    public async Task Progress_ends_at_the_whole_size()
    {
        List<HubProgress> reports = [];

        await DownloadAsync(progress: new Recorder(reports));

        long total = _hub.Files.Where(
            file => !file.Key.StartsWith("videos/", StringComparison.Ordinal)).Sum(file => (long)file.Value.Length);
        Assert.All(reports, report => Assert.Equal(total, report.TotalBytes));
        Assert.Equal(total, reports[^1].Bytes);
        Assert.Equal(reports.Select(report => report.Bytes).Order(), reports.Select(report => report.Bytes));
    }

    [Fact]
    public async Task A_cancelled_download_keeps_what_it_has()
    {
        using CancellationTokenSource stop = new();
        Recorder recorder = new([], report =>
        {
            if (report is { File: "data/big.csv", Bytes: > 0 })
            {
                stop.Cancel();
            }
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => DownloadAsync(progress: recorder, cancellation: stop.Token));
        Assert.Single(Directory.GetFiles(Blobs, "*.incomplete"));
        Assert.NotNull(await DownloadAsync());
    }

    [Fact]
    public void A_reference_opens_what_was_downloaded()
    {
        _hub.Files.Remove("meta/info.json");
        using HubClient client = Client(_hub.Settings(_cache.Root));

        DiagnosticException failure = Assert.Throws<DiagnosticException>(() => EpisodeSources.Open(FakeHub.Reference, hub: client));

        Assert.Equal("DS141", failure.Diagnostics[0].Code);
        Assert.Contains("data", failure.Diagnostics[0].Hint, StringComparison.Ordinal);
    }

    private static HubClient Client(HubSettings settings) =>
        new(settings, new SocketsHttpHandler { AllowAutoRedirect = false }, TimeProvider.System);

    private async Task<string> DownloadAsync(
        HubSettings? settings = null,
        HubReference? reference = null,
        IProgress<HubProgress>? progress = null,
        CancellationToken cancellation = default)
    {
        using HubClient client = Client(settings ?? _hub.Settings(_cache.Root));
        return await client.DownloadAsync(reference ?? Reference, progress, cancellation);
    }

    private async Task<string> FailureAsync(HubSettings? settings = null, HubReference? reference = null) =>
        (await Assert.ThrowsAsync<DiagnosticException>(() => DownloadAsync(settings, reference))).Diagnostics[0].Code;

    private sealed class Recorder(List<HubProgress> reports, Action<HubProgress>? then = null) : IProgress<HubProgress>
    {
        public void Report(HubProgress value)
        {
            reports.Add(value);
            then?.Invoke(value);
        }
    }
}
