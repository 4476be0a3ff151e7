using System.Text.RegularExpressions;

namespace Interlock.Architecture.Tests;

/// <summary>The shape of the source: short files, no escape hatches.</summary>
public sealed partial class ShapeTests
{
    private const int MostLines = 300;
    private const int MedianLines = 60;
    private const int NinetiethPercentileLines = 150;

    [Fact]
    public void No_source_file_is_longer_than_the_cap()
    {
        IEnumerable<string> tooLong = Repository.Sources
            .Select(path => (Path: Repository.Relative(path), Lines: File.ReadLines(path).Count()))
            .Where(file => file.Lines > MostLines)
            .Select(file => $"{file.Path}: {file.Lines} lines");
        Assert.Empty(tooLong);
    }

    [Fact]
    public void Most_source_files_are_short()
    {
        int[] lines = [.. Repository.Sources.Select(path => File.ReadLines(path).Count()).Order()];
        Assert.InRange(lines[lines.Length / 2], 1, MedianLines);
        Assert.InRange(lines[lines.Length * 9 / 10], 1, NinetiethPercentileLines);
    }

    [Fact]
    public void No_source_uses_a_banned_shape()
    {
        IEnumerable<string> banned =
            from path in Repository.Sources
            from Match match in BannedShape().Matches(File.ReadAllText(path))
            select $"{Repository.Relative(path)}: {match.Value.Trim()}";
        Assert.Empty(banned);
    }

    [Fact]
    public void No_committed_text_names_a_path_of_one_machine()
    {
        IEnumerable<string> wrong =
            from path in Repository.Sources.Concat(Repository.Pages)
            where MachinePath().IsMatch(File.ReadAllText(path))
            select Repository.Relative(path);
        Assert.Empty(wrong);
    }

    [GeneratedRegex(@"#pragma warning disable|#region|\bNotImplementedException\b|\bTODO\b|\bFIXME\b|\bHACK\b|^\s*goto [a-z]|\basync void\b|\bdynamic [a-z]\w* =", RegexOptions.Multiline)]
    private static partial Regex BannedShape();

    [GeneratedRegex(@"(?<![\w.])/(root|work|home/\w+)/\w")]
    private static partial Regex MachinePath();
}
