using System.Diagnostics;

namespace Interlock.Cli.Tests.Verbs.Completion;

public sealed class CompletionTests
{
    private const string BashPath = "/bin/bash";

    [Theory]
    [InlineData("bash")]
    [InlineData("zsh")]
    [InlineData("fish")]
    [InlineData("pwsh")]
    public async Task Every_shell_gets_every_verb_and_its_options(string shell)
    {
        Invocation run = await Invocation.RunAsync("completion", shell);
        Assert.Equal(ExitCode.Ok, run.ExitCode);
        Assert.All(VerbCatalogue.All, verb => Assert.Contains(verb.Build(Silent).Name, run.Output, StringComparison.Ordinal));
        Assert.Contains("--from-urdf", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_shell_that_is_not_known_is_a_usage_error() =>
        Assert.Equal(ExitCode.Usage, (await Invocation.RunAsync("completion", "tcsh")).ExitCode);

    [Theory]
    [InlineData("interlock cont", "contract")]
    [InlineData("interlock contract d", "diff")]
    [InlineData("interlock contract init --from-u", "--from-urdf")]
    [InlineData("interlock completion z", "zsh")]
    [InlineData("interlock --verb contract val", "validate")]
    public async Task Bash_parses_the_script_and_completes_with_it(string line, string completion)
    {
        if (!File.Exists(BashPath))
        {
            return;
        }

        using TemporaryFolder folder = new();
        string script = folder.Write("interlock.bash", (await Invocation.RunAsync("completion", "bash")).Output);
        (int parsed, _) = Bash("-n", script);
        string[] words = line.Split(' ');
        string typed = string.Join(' ', words.Select(word => $"'{word}'"));
        (int ran, string output) = Bash("-c", $"source '{script}'; COMP_WORDS=({typed}); COMP_CWORD={words.Length - 1}; _interlock; echo \"${{COMPREPLY[*]}}\"");
        Assert.Equal((0, 0, completion), (parsed, ran, output.Trim()));
    }

    [Fact]
    public async Task The_version_is_printed()
    {
        Invocation run = await Invocation.RunAsync("--version");
        Assert.Equal(ExitCode.Ok, run.ExitCode);
        Assert.Matches(@"^\d+\.\d+\.\d+", run.Output);
    }

    private static VerbHost Silent => new() { Out = TextWriter.Null, Error = TextWriter.Null, Clock = TimeProvider.System };

    private static (int ExitCode, string Output) Bash(params string[] arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo(BashPath, arguments) { RedirectStandardOutput = true })!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output);
    }
}
