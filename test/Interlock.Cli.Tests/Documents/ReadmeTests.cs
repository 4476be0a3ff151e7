namespace Interlock.Cli.Tests.Documents;

/// <summary>What the README shows is what a newcomer sees. INTERLOCK_ACCEPT=1 writes the present output into it.</summary>
public sealed class ReadmeTests
{
    private const string BlockStart = "```text\n";
    private const string BlockEnd = "\n```";

    [Fact]
    public async Task The_demo_in_the_readme_is_the_demo()
    {
        using TemporaryFolder folder = new();
        Invocation run = await Invocation.RunAsync("demo", "--out", folder.PathOf("interlock-demo"));
        Assert.Equal(ExitCode.Ok, run.ExitCode);
        string shown = Table(run.Output);
        string path = Path.Combine(SharedFiles.RepositoryRoot, "README.md");
        string readme = await File.ReadAllTextAsync(path);
        int start = readme.IndexOf(BlockStart, StringComparison.Ordinal) + BlockStart.Length;
        int end = readme.IndexOf(BlockEnd, start, StringComparison.Ordinal);
        if (Environment.GetEnvironmentVariable("INTERLOCK_ACCEPT") == "1")
        {
            await File.WriteAllTextAsync(path, readme[..start] + shown + readme[end..]);
            return;
        }

        Assert.Equal(shown, readme[start..end]);
    }

    /// <summary>From the heading of the table to the sentence under it; the claims before and the paths behind are left out.</summary>
    private static string Table(string output)
    {
        string[] lines = output.ReplaceLineEndings("\n").Split('\n');
        int first = Array.FindIndex(lines, line => line.StartsWith("Each fault", StringComparison.Ordinal));
        int last = Array.FindIndex(lines, line => line.StartsWith("Written to", StringComparison.Ordinal));
        return string.Join('\n', lines[first..last].Select(line => line.TrimEnd())).Trim();
    }
}
