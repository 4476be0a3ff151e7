using System.Xml.Linq;
using Interlock.Cli.Tests.EndToEnd;
using Interlock.Cli.Tests.Verbs.Record;

namespace Interlock.Cli.Tests.Verbs.Plot;

/// <summary>Pictures of a recording from the command line.</summary>
public sealed class PlotVerbTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_channel_becomes_a_picture_with_its_signals_and_unit()
    {
        string path = SampleRecording.Write(_folder, "run.mcap");
        string channel = await FirstChannelAsync(path), picture = Path.Combine(Path.GetDirectoryName(path)!, "out.svg");
        Invocation run = await Invocation.RunAsync("plot", path, "--channel", channel, "-o", picture);
        Assert.Equal((ExitCode.Ok, ""), (run.ExitCode, run.LastErrorLine));
        string text = XDocument.Load(picture).ToString();
        Assert.All(new[] { channel, "policy", "guarded", "executed", "verdict", "time [s]" }, word => Assert.Contains(word, text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Signals_become_a_png()
    {
        string path = SampleRecording.Write(_folder, "run.mcap");
        string picture = Path.Combine(Path.GetDirectoryName(path)!, "out.png");
        Invocation run = await Invocation.RunAsync("plot", path, "--signal", "scalar/clip_fraction,timing/guard_us", "--scale", "0.5", "--dark", "-o", picture);
        Assert.Equal((ExitCode.Ok, ""), (run.ExitCode, run.LastErrorLine));
        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], (await File.ReadAllBytesAsync(picture))[..4]);
    }

    [Fact]
    public async Task What_is_not_there_is_said_and_nothing_is_written()
    {
        string path = SampleRecording.Write(_folder, "run.mcap");
        string picture = Path.Combine(Path.GetDirectoryName(path)!, "out.svg");
        Assert.Contains("did you mean 'scalar/clip_fraction'", (await Invocation.RunAsync("plot", path, "--signal", "scalar/clip_fractoin", "-o", picture)).LastErrorLine, StringComparison.Ordinal);
        Invocation late = await Invocation.RunAsync("plot", path, "--signal", "scalar/clip_fraction", "--from", "1000", "-o", picture);
        Assert.Equal(ExitCode.FoundWanting, late.ExitCode);
        Assert.Contains("RC058", late.LastErrorLine, StringComparison.Ordinal);
        Assert.Contains("RC053", (await Invocation.RunAsync("plot", path + ".no.mcap", "--list")).LastErrorLine, StringComparison.Ordinal);
        Assert.False(File.Exists(picture));
    }

    [Theory]
    [InlineData("run.mcap")]
    [InlineData("run.mcap", "--channel", "x")]
    [InlineData("run.mcap", "--channel", "x", "-o", "x.gif")]
    [InlineData("run.mcap", "--channel", "x", "--signal", "a/b", "-o", "x.svg")]
    [InlineData("run.mcap", "--channel", "x", "-o", "x.png", "--scale", "9")]
    public async Task An_unclear_wish_is_wrong_usage(params string[] words) =>
        Assert.Equal(ExitCode.Usage, (await Invocation.RunAsync(["plot", .. words])).ExitCode);

    [Fact]
    public async Task A_pipe_gets_a_plot_only_when_it_asks()
    {
        string path = SampleRecording.Write(_folder, "run.mcap");
        Assert.DoesNotContain("clip fraction", (await Invocation.RunAsync("replay", path)).Output, StringComparison.Ordinal);
        Invocation asked = await Invocation.RunAsync("replay", path, "--plot");
        Assert.Contains("clip fraction", asked.Output, StringComparison.Ordinal);
        Assert.Equal("identical verdicts and commands: 200 of 200 steps", asked.LastOutputLine);
    }

    private static async Task<string> FirstChannelAsync(string path) =>
        (await Invocation.RunAsync("plot", path, "--list", "--json")).Json.GetProperty("signals").EnumerateArray()
            .Select(signal => signal.GetProperty("key").GetString()!).First(key => key.StartsWith("guarded/", StringComparison.Ordinal))["guarded/".Length..];
}
