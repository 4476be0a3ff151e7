using Interlock.TestSupport;

namespace Interlock.Cli.Tests.Documents;

/// <summary>The layout in the documents is the one that <c>record layout</c> writes. INTERLOCK_ACCEPT=1 writes the present one.</summary>
public sealed class FoxgloveLayoutTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_published_layout_is_that_of_the_example_arm()
    {
        string recording = _folder.PathOf("run.mcap");
        string written = _folder.PathOf("arm.layout.json");
        string example = Path.Combine(SharedFiles.RepositoryRoot, "examples/run/table-arm.run.yaml");
        Assert.Equal(ExitCode.Ok, (await Invocation.RunAsync("run", example, "--virtual-time", "--set", $"recording.path={recording}", "--set", "run.duration_s=0.5")).ExitCode);
        Assert.Equal(ExitCode.Ok, (await Invocation.RunAsync("record", "layout", recording, "--out", written)).ExitCode);
        string published = Path.Combine(SharedFiles.RepositoryRoot, "docs/foxglove/interlock.layout.json");
        if (Environment.GetEnvironmentVariable("INTERLOCK_ACCEPT") == "1")
        {
            File.Copy(written, published, overwrite: true);
        }

        Assert.Equal(await File.ReadAllTextAsync(published), await File.ReadAllTextAsync(written));
    }
}
