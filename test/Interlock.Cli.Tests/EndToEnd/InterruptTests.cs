using System.CommandLine;
using System.CommandLine.Invocation;

namespace Interlock.Cli.Tests.EndToEnd;

public sealed class InterruptTests
{
    [Fact]
    public void Every_verb_runs_where_an_interrupt_reaches_it()
    {
        VerbHost host = new() { Out = TextWriter.Null, Error = TextWriter.Null, Clock = TimeProvider.System };
        Command[] leaves = [.. Leaves(CommandLine.Build(host))];

        Assert.True(leaves.Length > 10, "there are fewer verbs than there were");
        Assert.All(leaves, leaf => Assert.True(leaf.Action is AsynchronousCommandLineAction, $"'{leaf.Name}' blocks the thread that hears Ctrl-C"));
    }

    [Theory]
    [InlineData("info", "demos.csv")]
    [InlineData("calibrate", "demos.csv", "-o", "arm")]
    [InlineData("replay", "demos.csv", "--contract", "bench.contract.yaml")]
    [InlineData("replay", "demos.csv", "--contract", "bench.contract.yaml", "--jsonl")]
    [InlineData("validate", "demos.csv")]
    [InlineData("profile", "guard", "--steps", "1000")]
    public async Task An_interrupt_ends_the_verb_in_the_middle_of_its_work(params string[] words)
    {
        using TemporaryFolder folder = new();
        folder.Write("demos.csv", SyntheticRecording.Csv(episodes: 60, steps: 40));
        folder.Write("bench.contract.yaml", SyntheticRecording.Contract());
        string[] before = Directory.GetFileSystemEntries(folder.Root);
        using InterruptOnUse interrupt = new();
        using StringWriter output = new();
        using StringWriter errors = new();
        VerbHost host = new() { Out = output, Error = errors, Clock = interrupt };

        int code = await CommandLine.RunAsync([.. words.Select(word => InFolder(folder, word))], host, interrupt.Token);

        Assert.Equal(ExitCode.Interrupted, code);
        Assert.Equal("Interrupted; nothing half-written was left behind.", errors.ToString().TrimEnd().Split('\n')[^1]);
        Assert.Equal(before, Directory.GetFileSystemEntries(folder.Root));
        Assert.All(output.ToString().Split('\n'), line => Assert.True(line.Length == 0 || line.EndsWith('}'), "half a line was written"));
    }

    [Theory]
    [InlineData("study", "steps.jsonl")]
    [InlineData("contract", "init", "--from-dataset", "demos.csv", "-o", "arm")]
    [InlineData("contract", "schema", "-o", "arm")]
    [InlineData("doctor")]
    public async Task An_interrupt_before_the_work_leaves_nothing_behind(params string[] words)
    {
        using TemporaryFolder folder = new();
        folder.Write("demos.csv", SyntheticRecording.Csv(episodes: 2, steps: 40));
        string[] before = Directory.GetFileSystemEntries(folder.Root);
        using CancellationTokenSource interrupted = new();
        await interrupted.CancelAsync();

        Invocation run = await Invocation.RunAsync(80, [.. words.Select(word => InFolder(folder, word))], interrupted.Token);

        Assert.Equal((ExitCode.Interrupted, string.Empty), (run.ExitCode, run.Output));
        Assert.Equal(before, Directory.GetFileSystemEntries(folder.Root));
    }

    private static string InFolder(TemporaryFolder folder, string word) =>
        word.Contains('.', StringComparison.Ordinal) || word == "arm" ? folder.PathOf(word) : word;

    private static IEnumerable<Command> Leaves(Command command) =>
        command.Subcommands.Count == 0 ? [command] : command.Subcommands.SelectMany(Leaves);
}
