using System.Text.Json;

namespace Interlock.Cli.Tests.Verbs.Record;

public sealed class RecordVerbTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Info_tells_topics_attachments_and_health()
    {
        string path = SampleRecording.Write(_folder, "run.mcap");
        JsonElement info = (await Invocation.RunAsync("record", "info", path, "--json")).Json;
        Assert.Equal("finished", info.GetProperty("state").GetString());
        Assert.Equal("push the T", info.GetProperty("run").GetProperty("task").GetString());
        Assert.Equal("200", info.GetProperty("end").GetProperty("steps").GetString());
        Assert.Equal(SampleRecording.ContractName, info.GetProperty("attachments")[0].GetProperty("name").GetString());
        JsonElement executed = info.GetProperty("topics").EnumerateArray().Single(topic => topic.GetProperty("topic").GetString() == "/robot/executed");
        Assert.Equal(SampleRecording.Ticks, executed.GetProperty("messages").GetInt32());
        Assert.Equal("Nothing was dropped.", (await Invocation.RunAsync("record", "info", path)).LastOutputLine);
    }

    [Fact]
    public async Task An_unfinished_file_is_shown_refused_by_verify_and_recovered()
    {
        string path = SampleRecording.Write(_folder, "run.mcap");
        string cut = Path.Combine(_folder.Root, "cut.mcap");
        await File.WriteAllBytesAsync(cut, File.ReadAllBytes(path)[..(int)(new FileInfo(path).Length / 2)]);
        Assert.Equal(ExitCode.Ok, (await Invocation.RunAsync("record", "verify", path)).ExitCode);
        Assert.Equal("unfinished", (await Invocation.RunAsync("record", "info", cut, "--json")).Json.GetProperty("state").GetString());
        Invocation verified = await Invocation.RunAsync("record", "verify", cut);
        Assert.Equal(ExitCode.FoundWanting, verified.ExitCode);
        Assert.Contains("RC002", verified.LastErrorLine, StringComparison.Ordinal);
        string saved = Path.Combine(_folder.Root, "cut.recovered.mcap");
        Invocation recovered = await Invocation.RunAsync("record", "recover", cut, "--json");
        Assert.Equal(saved, recovered.Json.GetProperty("recovered").GetString());
        Assert.True(recovered.Json.GetProperty("messages").GetInt32() > 100);
        Assert.Equal("RC014", Code(await Invocation.RunAsync("record", "recover", cut)));
        Invocation replayed = await Invocation.RunAsync("replay", saved, "--json");
        Assert.True(replayed.Json.GetProperty("is_identical").GetBoolean());
    }

    [Fact]
    public async Task A_lost_chunk_is_noticed_after_recovery()
    {
        string path = SampleRecording.Write(_folder, "run.mcap");
        byte[] bytes = await File.ReadAllBytesAsync(path);
        bytes[bytes.Length / 2] ^= 0xFF;
        string damaged = _folder.Write("damaged.mcap", bytes);
        Assert.Equal(ExitCode.FoundWanting, (await Invocation.RunAsync("record", "verify", damaged)).ExitCode);
        string saved = Path.Combine(_folder.Root, "saved.mcap");
        Assert.Equal(ExitCode.Ok, (await Invocation.RunAsync("record", "recover", damaged, "--out", saved)).ExitCode);
        Invocation verified = await Invocation.RunAsync("record", "verify", saved);
        Assert.Equal(ExitCode.FoundWanting, verified.ExitCode);
        Assert.Contains("the recorder counted 200 steps", verified.LastErrorLine, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_attachment_comes_out_as_it_went_in_and_overwrites_nothing()
    {
        string path = SampleRecording.Write(_folder, "run.mcap");
        string target = Path.Combine(_folder.Root, "out.yaml");
        Assert.Equal(ExitCode.Ok, (await Invocation.RunAsync("record", "extract", path, SampleRecording.ContractName, "--out", target)).ExitCode);
        Assert.Equal(EndToEnd.SyntheticRecording.Contract(), await File.ReadAllTextAsync(target));
        Assert.Equal("RC051", Code(await Invocation.RunAsync("record", "extract", path, SampleRecording.ContractName, "--out", target)));
        Invocation near = await Invocation.RunAsync("record", "extract", path, "bench.contract.yam");
        Assert.Equal("RC050", Code(near));
        Assert.Contains(SampleRecording.ContractName, near.LastErrorLine, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("info")]
    [InlineData("verify")]
    [InlineData("recover")]
    public async Task What_is_no_recording_is_refused_with_its_reason(string verb)
    {
        Invocation junk = await Invocation.RunAsync("record", verb, _folder.Write("junk.mcap", "hello"));
        Assert.Equal(ExitCode.FoundWanting, junk.ExitCode);
        Assert.StartsWith("RC0", Code(junk), StringComparison.Ordinal);
        Assert.Equal("RC012", Code(await Invocation.RunAsync("record", verb, Path.Combine(_folder.Root, "none.mcap"))));
        Assert.Equal(["junk.mcap"], Directory.GetFiles(_folder.Root).Select(Path.GetFileName));
    }

    private static string Code(Invocation run) => run.LastErrorLine.Split(' ').First(word => word.Length == 5 && word.StartsWith("RC", StringComparison.Ordinal));
}
