using Interlock.Core.Diagnostics;
using Interlock.Core.Episodes;
using Interlock.Datasets.Hub;
using Interlock.Datasets.Inspection;
using Interlock.Datasets.Opening;
using Interlock.Datasets.Tests.LeRobot;

namespace Interlock.Datasets.Tests.Hub;

/// <summary>A LeRobot dataset from the Hub to its episodes.</summary>
public sealed class HubDatasetTests : IAsyncLifetime
{
    private const string DataFile = "data/chunk-000/file-000.parquet";

    private readonly TemporaryFolder _home = new();
    private readonly FakeHub _hub = new();

    public Task InitializeAsync()
    {
        using LeRobotTestFolder dataset = LeRobotTestFolder.SoundV3();
        _hub.Files.Clear();
        foreach (string path in Directory.GetFiles(dataset.Root, "*", SearchOption.AllDirectories))
        {
            _hub.Files[Path.GetRelativePath(dataset.Root, path).Replace('\\', '/')] = File.ReadAllBytes(path);
        }

        return Task.CompletedTask;
    }

    public async Task DisposeAsync()
    {
        await _hub.DisposeAsync();
        _home.Dispose();
    }

    [Fact]
    public void Its_episodes_are_read_under_the_reference_as_typed()
    {
        IEpisodeSource source = Open(FakeHub.Reference);

        Assert.Equal([3, 2], source.ReadEpisodes().Select(episode => episode.Length));
        Assert.Equal([0, 0, 1, -1, 2, -2], source.ReadEpisodes().First().Actions);
        Assert.Equal($"{FakeHub.Reference} (commit {FakeHub.Commit})", source.Description.Location);
        Assert.Equal(("lerobot", "v3.0", 10.0), (source.Description.Format, source.Description.Version, source.Description.RateHz));
        Assert.Equal($"{FakeHub.Reference}@v3.0 (commit {FakeHub.Commit})", Open($"{FakeHub.Reference}@v3.0").Description.Location);
    }

    [Fact]
    public void What_its_metadata_claims_is_still_compared_with_its_data()
    {
        using LeRobotTestFolder lying = LeRobotTestFolder.SoundV3().Info(frames: 99);
        _hub.Files["meta/info.json"] = File.ReadAllBytes(Path.Combine(lying.Root, "meta", "info.json"));

        Assert.Equal(["DS100"], DatasetInspection.Run(Open(FakeHub.Reference)).Oddities.Select(oddity => oddity.Code));
    }

    [Fact]
    public async Task With_the_server_down_the_cache_serves_the_same_episodes()
    {
        List<Episode> online = [.. Open(FakeHub.Reference).ReadEpisodes()];
        await _hub.DisposeAsync();

        IEpisodeSource offline = Open(FakeHub.Reference, ("HF_HUB_OFFLINE", "1"));

        Assert.Equal(online.Select(episode => episode.Actions), offline.ReadEpisodes().Select(episode => episode.Actions));
        Assert.Equal($"{FakeHub.Reference} (commit {FakeHub.Commit})", offline.Description.Location);
        string pinned = $"{FakeHub.Reference}@{FakeHub.Commit}";
        Assert.Equal(pinned, Open(pinned, ("HF_HUB_OFFLINE", "1")).Description.Location);
        Assert.Equal("DS181", Assert.Throws<DiagnosticException>(() => Open(FakeHub.Reference)).Diagnostics[0].Code);
    }

    [Fact]
    public void An_interrupted_download_is_resumed_and_read()
    {
        const int Arrived = 200;
        byte[] data = _hub.Files[DataFile];
        _hub.Override = request => request.Target.EndsWith(DataFile, StringComparison.Ordinal)
            ? new Answer(200, data, SendBytes: Arrived)
            : null;
        Assert.Equal("DS181", Assert.Throws<DiagnosticException>(() => Open(FakeHub.Reference)).Diagnostics[0].Code);
        Assert.Equal(
            "DS185", Assert.Throws<DiagnosticException>(() => Open(FakeHub.Reference, ("HF_HUB_OFFLINE", "1"))).Diagnostics[0].Code);

        _hub.Override = null;

        Assert.Equal([3, 2], Open(FakeHub.Reference).ReadEpisodes().Select(episode => episode.Length));
        SeenRequest last = _hub.Server.Seen.Last(request => request.Target.EndsWith(DataFile, StringComparison.Ordinal));
        Assert.Equal($"bytes={Arrived}-", last.Headers["range"]);
    }

    /// <summary>Opens as the command line does: with the settings of an environment.</summary>
    private IEpisodeSource Open(string reference, params (string Name, string Value)[] variables)
    {
        (string Name, string Value)[] all = [("HF_ENDPOINT", _hub.Server.Address.AbsoluteUri), .. variables];
        HubSettings settings = HubSettings.FromEnvironment(
            name => all.FirstOrDefault(variable => variable.Name == name).Value, _home.Root);
        using HubClient client = new(
            settings with { Attempts = 1 }, new SocketsHttpHandler { AllowAutoRedirect = false }, TimeProvider.System);
        return EpisodeSources.Open(reference, hub: client);
    }
}
