using System.Text.RegularExpressions;
using Interlock.Dashboard.Plots;
using Interlock.Dashboard.Plots.Drawing;
using Interlock.Dashboard.Plots.Figures;
using Interlock.TestSupport;

namespace Interlock.Dashboard.Tests.Plots;

/// <summary>What stands beside each other is told apart by everybody: by colour, or else by its stroke or its pattern.</summary>
public sealed partial class PaletteDistanceTests
{
    /// <summary>CIEDE2000. About 2.3 is just noticeable side by side; thin lines that do not touch need several times that. Fourteen hues allow no more in groups of five.</summary>
    private const double LeastDistance = 9;

    private static readonly string Front = Path.Combine(SharedFiles.RepositoryRoot, "src", "Interlock.Dashboard", "Front", "src");

    [Theory]
    [InlineData(50, 2.6772, -79.7751, 50, 0, -82.7485, 2.0425)]
    [InlineData(50, 2.5, 0, 58, 24, 15, 19.4535)]
    [InlineData(50, -1, 2, 50, 0, 0, 2.3669)]
    [InlineData(22.7233, 20.0904, -46.6940, 23.0331, 14.9730, -42.5619, 2.0373)]
    [InlineData(2.0776, 0.0795, -1.1350, 0.9033, -0.0636, -0.5514, 0.9082)]
    public void The_distance_is_the_published_one(double l1, double a1, double b1, double l2, double a2, double b2, double expected) =>
        Assert.Equal(expected, Ciede2000.Between((l1, a1, b1), (l2, a2, b2)), 4);

    [Fact]
    public void Channels_are_told_apart_by_hue_or_by_stroke() => CheckPairs(
        Enumerable.Range(0, Palette.ChannelCount), Palette.ChannelHex, (one, other) => Palette.StrokeOf(one) != Palette.StrokeOf(other));

    [Fact]
    public void States_are_told_apart_by_fill_or_by_pattern() => CheckPairs(
        Enum.GetValues<StateKind>(), Palette.StateFillHex, (one, other) => !StatePattern.Of(one).SequenceEqual(StatePattern.Of(other)));

    [Fact]
    public void States_of_the_pages_are_told_apart_by_fill_or_by_pattern()
    {
        string css = File.ReadAllText(Path.Combine(Front, "app.css"));
        Dictionary<string, string> patterns = TonePattern().Matches(css).ToDictionary(match => match.Groups["tone"].Value, match => match.Groups["pattern"].Value);
        Assert.True(patterns.Count >= 5, "the patterns were not found");
        string Pattern(StateKind kind) => patterns.GetValueOrDefault(kind.ToString().ToLowerInvariant(), "");
        CheckPairs(Enum.GetValues<StateKind>(), Palette.StateFillHex, (one, other) => Pattern(one) != Pattern(other));
    }

    [Fact]
    public void Limits_alarms_and_quiet_lines_are_told_apart_from_each_other()
    {
        InkRole[] roles = [InkRole.Text, InkRole.Quiet, InkRole.Limit, InkRole.Alarm];
        CheckPairs(roles, role => ThemeColors.Light.Of(role).Hex, (_, _) => false);
        // On dark paper limit and alarm are 8.5 apart: a limit has its green band, an alarm its name.
        CheckPairs(roles, role => ThemeColors.Dark.Of(role).Hex, (one, other) => (one, other) is (InkRole.Limit, InkRole.Alarm));
    }

    [Fact]
    public void No_line_of_a_channel_has_the_stroke_of_limits_and_alarms() =>
        Assert.All(Enumerable.Range(0, Palette.ChannelCount), index => Assert.NotEqual(Stroke.Dashed, Palette.StrokeOf(index)));

    [Fact]
    public void Every_stroke_has_a_pattern_or_a_width_of_its_own()
    {
        string[] drawn = [.. Enum.GetValues<Stroke>().Select(stroke => Pen.Of(new LevelMark(0) { Stroke = stroke })).Select(pen => $"{pen.WidthPx} {string.Join(' ', pen.Pattern.ToArray())}")];
        Assert.Equal(drawn.Length, drawn.Distinct().Count());
    }

    [Fact]
    public void The_lines_of_a_channel_on_a_page_differ_in_dash_or_width_and_from_a_limit()
    {
        string source = File.ReadAllText(Path.Combine(Front, "parts", "channels.ts"));
        string ways = source[source.IndexOf("const ways", StringComparison.Ordinal)..source.IndexOf("const inks", StringComparison.Ordinal)];
        string[] looks = [.. WayOfALine().Matches(ways).Select(match => match.Groups["look"].Value)];
        Assert.Equal(4, looks.Length);
        string[] dashes = [.. looks.Select(look => Dash().Match(look).Value)];
        Assert.Equal(4, dashes.Distinct().Count());
        string plot = File.ReadAllText(Path.Combine(Front, "plots", "timeplot.ts"));
        string limit = Dash().Match(plot[plot.IndexOf("const limitDash", StringComparison.Ordinal)..]).Value;
        Assert.Equal("[14, 4]", limit);
        Assert.DoesNotContain(limit, dashes);
    }

    [Fact]
    public void Pages_draw_channels_with_the_same_strokes()
    {
        string source = File.ReadAllText(Path.Combine(Front, "palette.ts"));
        string table = source[source.IndexOf("const channelDashes", StringComparison.Ordinal)..];
        string[] dashes = [.. Dash().Matches(table[(table.IndexOf('=', StringComparison.Ordinal) + 1)..table.IndexOf(';', StringComparison.Ordinal)].Replace("[[", "[", StringComparison.Ordinal)).Select(match => match.Value)];
        int hues = int.Parse(HuesOfADash().Match(source).Groups["count"].ValueSpan, System.Globalization.CultureInfo.InvariantCulture);
        for (int i = 0; i < Palette.ChannelCount; i++)
        {
            Pen pen = Pen.Of(new LevelMark(0) { Stroke = Palette.StrokeOf(i) });
            Assert.Equal($"[{string.Join(", ", pen.Pattern.ToArray().Select(length => length.ToString(System.Globalization.CultureInfo.InvariantCulture)))}]", dashes[i / hues]);
        }
    }

    private static void CheckPairs<T>(IEnumerable<T> all, Func<T, string> hex, Func<T, T, bool> differOtherwise)
    {
        T[] items = [.. all];
        for (int i = 0; i < items.Length; i++)
        {
            for (int j = i + 1; j < items.Length; j++)
            {
                double distance = ColourSight.Least(hex(items[i]), hex(items[j]));
                Assert.True(distance >= LeastDistance || differOtherwise(items[i], items[j]), $"{items[i]} and {items[j]}: {distance:0.0}");
            }
        }
    }

    [GeneratedRegex(@"\.span\.tone-(?<tone>[a-z]+) \{(?<pattern>[^}]*)\}")]
    private static partial Regex TonePattern();

    [GeneratedRegex(@"^  [a-z]+: \{(?<look>[^}]*)\}", RegexOptions.Multiline)]
    private static partial Regex WayOfALine();

    [GeneratedRegex(@"\[[0-9., ]*\]")]
    private static partial Regex Dash();

    [GeneratedRegex(@"huesOfADash = (?<count>[0-9]+)")]
    private static partial Regex HuesOfADash();
}
