using System.CommandLine;

namespace Interlock.Cli.Tests.EndToEnd;

public sealed class HelpTests
{
    public static TheoryData<string> Verbs => [.. VerbCatalogue.All.Select(verb => verb.Build(Silent).Name)];

    private static VerbHost Silent => new() { Out = TextWriter.Null, Error = TextWriter.Null, Clock = TimeProvider.System };

    [Theory]
    [InlineData(60)]
    [InlineData(80)]
    public async Task The_list_of_verbs_shows_a_summary_of_each_and_no_example(int width)
    {
        Invocation run = await Invocation.RunAsync(width, ["--help"]);

        Assert.Equal(ExitCode.Ok, run.ExitCode);
        Assert.DoesNotContain("Example:", run.Output, StringComparison.Ordinal);
        Assert.All(VerbCatalogue.All, verb => Assert.Contains($"\n  {verb.Build(Silent).Name} ", run.Output, StringComparison.Ordinal));
        Assert.All(run.Output.Split('\n'), line => Assert.True(line.TrimEnd().Length <= width, line));
    }

    [Theory]
    [MemberData(nameof(Verbs))]
    public async Task The_help_of_a_verb_shows_an_example(string verb)
    {
        Command command = VerbCatalogue.All.Select(item => item.Build(Silent)).Single(item => item.Name == verb);
        IEnumerable<string[]> words = command.Subcommands.Count == 0 ? [[verb]] : command.Subcommands.Select(child => (string[])[verb, child.Name]);
        foreach (string[] path in words)
        {
            Invocation run = await Invocation.RunAsync([.. path, "--help"]);
            Assert.Equal(ExitCode.Ok, run.ExitCode);
            Assert.Contains($"Example: interlock {string.Join(' ', path)}", run.Output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task No_words_at_all_get_the_help_and_still_count_as_wrong_usage()
    {
        Invocation run = await Invocation.RunAsync();
        Assert.Equal(ExitCode.Usage, run.ExitCode);
        Assert.Contains("Commands:", run.Output, StringComparison.Ordinal);
    }
}
