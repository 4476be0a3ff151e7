namespace Interlock.Cli.Tests.Verbs.Schema;

/// <summary>Every published schema can be had from the tool itself.</summary>
public sealed class SchemaVerbTests
{
    private static readonly string Folder = Path.Combine(SharedFiles.RepositoryRoot, "docs", "schema");

    public static TheoryData<string> Published => [.. Names];

    private static IEnumerable<string> Names =>
        Directory.EnumerateFiles(Folder, "*.json", SearchOption.AllDirectories).Select(path => Path.ChangeExtension(Path.GetRelativePath(Folder, path), null).Replace('\\', '/')).Order(StringComparer.Ordinal);

    [Fact]
    public async Task The_list_has_every_published_schema_and_no_other()
    {
        Invocation list = await Invocation.RunAsync("schema");
        Assert.Equal(ExitCode.Ok, list.ExitCode);
        Assert.Equal(Names, list.Output.TrimEnd().Split('\n').Select(line => line.Split(' ')[0]).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Published))]
    public async Task A_schema_is_printed_as_it_is_published(string name) =>
        Assert.Equal(await File.ReadAllTextAsync(Path.Combine(Folder, $"{name}.json")), (await Invocation.RunAsync("schema", name)).Output);

    [Fact]
    public async Task A_schema_goes_into_a_file_and_an_unknown_one_is_wrong_usage()
    {
        using TemporaryFolder folder = new();
        string path = folder.PathOf("r.json");
        Assert.Equal(ExitCode.Ok, (await Invocation.RunAsync("schema", "report-v1", "-o", path)).ExitCode);
        Assert.StartsWith("{", await File.ReadAllTextAsync(path), StringComparison.Ordinal);
        Assert.Equal(ExitCode.Usage, (await Invocation.RunAsync("schema", "report-v9")).ExitCode);
    }
}
