using System.Text.Json;
using Interlock.Cli.Verbs.Demo;

namespace Interlock.Cli.Tests.Verbs;

public sealed class DemoVerbTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly StringWriter _output = new();
    private readonly StringWriter _error = new();

    public void Dispose()
    {
        _folder.Dispose();
        _output.Dispose();
        _error.Dispose();
    }

    [Fact]
    public async Task Demo_writes_one_json_document_and_the_same_one_into_its_folder()
    {
        int exit = await Run("demo", "--json", "--seed", "5", "--demonstrations", "30", "--out", _folder.PathOf("here"));

        Assert.Equal(ExitCode.Ok, exit);
        using JsonDocument document = JsonDocument.Parse(_output.ToString());
        Assert.Equal(5, document.RootElement.GetProperty("seed").GetInt32());
        Assert.Equal(30, document.RootElement.GetProperty("demonstrations").GetProperty("episodes").GetInt32());
        Assert.Equal(File.ReadAllText(_folder.PathOf($"here/{DemoFiles.Summary}")), _output.ToString());
    }

    [Fact]
    public async Task Demo_refuses_to_overwrite_what_it_did_not_write()
    {
        string foreign = _folder.Write($"here/{DemoFiles.Demonstrations}", "mine");

        int exit = await Run("demo", "--out", _folder.PathOf("here"));

        Assert.Equal(ExitCode.RefusedToStart, exit);
        Assert.Equal("mine", File.ReadAllText(foreign));
        Assert.Contains("--out", _error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--demonstrations", "3")]
    [InlineData("--seed", "-1")]
    [InlineData("--speed", "1")]
    public async Task Demo_refuses_wrong_options(string option, string value)
    {
        Assert.Equal(ExitCode.Usage, await Run("demo", option, value, "--out", _folder.PathOf("here")));
        Assert.False(Path.Exists(_folder.PathOf("here")));
    }

    [Fact]
    public async Task An_interrupted_demo_leaves_nothing_behind()
    {
        using CancellationTokenSource cancelled = new();
        await cancelled.CancelAsync();

        int exit = await CommandLine.RunAsync(["demo", "--out", _folder.PathOf("here")], Host(), cancelled.Token);

        Assert.Equal(ExitCode.Interrupted, exit);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder.Root));
    }

    private Task<int> Run(params string[] arguments) => CommandLine.RunAsync(arguments, Host());

    private VerbHost Host() => new() { Out = _output, Error = _error, Clock = TimeProvider.System };
}
