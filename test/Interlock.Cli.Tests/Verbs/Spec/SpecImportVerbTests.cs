using System.Text.Json;
using Interlock.ExecSpec.Files;
using Interlock.ExecSpec.Specification;

namespace Interlock.Cli.Tests.Verbs.Spec;

public sealed class SpecImportVerbTests : IDisposable
{
    private const string Entry =
        """{"action": {"q01": [-1, -1, -1, -1, -1, -1, 0], "q99": [1, 1, 1, 1, 1, 1, 1], "mask": [true, true, true, true, true, true, false]}}""";

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task A_selected_entry_goes_to_a_file_that_reads_back()
    {
        string output = _folder.PathOf("a.execspec.json");
        Invocation run = await Invocation.RunAsync("spec", "import", Statistics("a", "b"), "--key", "a", "--platform", "libero", "--rate-hz", "20", "-o", output);
        Assert.Equal(ExitCode.Ok, run.ExitCode);
        ExecutableSpec spec = SpecFile.Load(output);
        Assert.Equal(("a", 20.0, "gripper"), (spec.Unnormaliser.Key, spec.Action.RateHz!.Value, spec.Gripper!.Channel));
        Assert.Equal("b", Assert.Single(spec.Siblings).Key);
        Assert.Contains($"Next: interlock spec show {output}", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_file_the_specification_goes_to_the_screen_and_findings_do_not()
    {
        Invocation run = await Invocation.RunAsync("spec", "import", Statistics("a"));
        Assert.Equal(ExitCode.Ok, run.ExitCode);
        Assert.Equal("openvla a", run.Json.GetProperty("name").GetString());
        Assert.Contains("EX143", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_entries_and_no_key_are_found_wanting_with_the_keys_in_the_last_line()
    {
        Invocation run = await Invocation.RunAsync("spec", "import", Statistics("a", "b"));
        Assert.Equal((ExitCode.FoundWanting, ""), (run.ExitCode, run.Output));
        Assert.Contains("EX126", run.Errors.TrimEnd().Split('\n')[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_entries_become_one_file_each_whatever_their_keys_are()
    {
        string output = _folder.PathOf("all");
        Invocation run = await Invocation.RunAsync("spec", "import", Statistics("lab/a", "lab a", "../b"), "--all", "-o", output);
        Assert.Equal(ExitCode.Ok, run.ExitCode);
        string[] written = [.. Directory.GetFiles(_folder.Root, "*.execspec.json", SearchOption.AllDirectories).Select(Path.GetFileName).Order(StringComparer.Ordinal)!];
        Assert.Equal(["___b.execspec.json", "lab_a.execspec.json", "lab_a_2.execspec.json"], written);
        Assert.All(Directory.GetFiles(output), path => Assert.Equal(2, SpecFile.Load(path).Siblings.Count));
    }

    [Fact]
    public async Task An_unusable_entry_among_all_is_told_and_the_others_are_written()
    {
        string file = _folder.Write("dataset_statistics.json", $$"""{"a": {{Entry}}, "b": {{Entry.Replace("[1, 1", "[-2, 1", StringComparison.Ordinal)}}}""");
        Invocation run = await Invocation.RunAsync("spec", "import", file, "--all", "-o", _folder.PathOf("all"));
        Assert.Equal(ExitCode.FoundWanting, run.ExitCode);
        Assert.Contains("EX157", run.Errors, StringComparison.Ordinal);
        Assert.Single(Directory.GetFiles(_folder.PathOf("all")));
    }

    [Fact]
    public async Task An_existing_file_is_replaced_only_on_request()
    {
        string output = _folder.Write("a.execspec.json", "mine");
        string[] line = ["spec", "import", Statistics("a"), "-o", output];
        Assert.Equal(ExitCode.Usage, (await Invocation.RunAsync(line)).ExitCode);
        Assert.Equal("mine", await File.ReadAllTextAsync(output));
        Assert.Equal(ExitCode.Ok, (await Invocation.RunAsync([.. line, "--overwrite"])).ExitCode);
        Assert.Equal("a", SpecFile.Load(output).Unnormaliser.Key);
    }

    [Fact]
    public async Task All_without_a_folder_is_a_usage_error() =>
        Assert.Equal(ExitCode.Usage, (await Invocation.RunAsync("spec", "import", Statistics("a"), "--all")).ExitCode);

    [Fact]
    public async Task The_JSON_document_has_entries_files_and_findings()
    {
        JsonElement json = (await Invocation.RunAsync("spec", "import", Statistics("a", "b"), "--key", "b", "--json")).Json;
        Assert.Equal(("openvla", "b"), (json.GetProperty("ecosystem").GetString(), json.GetProperty("selected").GetString()));
        Assert.Equal(["a", "b"], json.GetProperty("entries").EnumerateArray().Select(entry => entry.GetProperty("key").GetString()!));
        Assert.Equal("dataset_statistics.json", Assert.Single(json.GetProperty("files_read").EnumerateArray()).GetString());
        Assert.Contains("EX129", json.GetProperty("findings").EnumerateArray().Select(finding => finding.GetProperty("code").GetString()));
    }

    [Fact]
    public async Task A_stated_unit_of_the_joints_is_kept_and_ends_the_doubt()
    {
        string[] line = ["spec", "import", Dataset(), "--scheme", "min_max"];
        Invocation open = await Invocation.RunAsync(line);
        Invocation stated = await Invocation.RunAsync([.. line, "--unit", "deg"]);
        Assert.Equal((ExitCode.Ok, ExitCode.Ok), (open.ExitCode, stated.ExitCode));
        Assert.Contains("EX175", open.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("EX175", stated.Errors, StringComparison.Ordinal);
        JsonElement pan = stated.Json.GetProperty("action").GetProperty("channels")[0];
        Assert.Equal("deg", pan.GetProperty("unit").GetString());
    }

    [Fact]
    public async Task A_unit_that_no_joint_has_is_a_usage_error() =>
        Assert.Equal(ExitCode.Usage, (await Invocation.RunAsync("spec", "import", Dataset(), "--unit", "mm")).ExitCode);

    [Fact]
    public async Task A_pickle_is_refused()
    {
        Invocation run = await Invocation.RunAsync("spec", "import", _folder.Write("model.pt", "PK\u0003\u0004"));
        Assert.Equal(ExitCode.FoundWanting, run.ExitCode);
        Assert.Contains("EX124", run.Errors, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private string Dataset()
    {
        const string Info = """
            {"codebase_version": "v3.0", "fps": 30, "features": {"action": {"dtype": "float32", "shape": [2], "names": ["shoulder_pan.pos", "gripper.pos"]}}}
            """;
        _folder.Write("dataset/meta/info.json", Info);
        _folder.Write("dataset/meta/stats.json", """{"action": {"min": [-110.5, 0], "max": [1, 100]}}""");
        return _folder.PathOf("dataset");
    }

    private string Statistics(params string[] keys) =>
        _folder.Write("dataset_statistics.json", $"{{{string.Join(",", keys.Select(key => $"\"{key}\": {Entry}"))}}}");
}
