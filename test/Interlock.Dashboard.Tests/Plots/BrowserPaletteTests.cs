using System.Text.RegularExpressions;
using Interlock.Dashboard.Plots;
using Interlock.Dashboard.Plots.Figures;
using Interlock.TestSupport;

namespace Interlock.Dashboard.Tests.Plots;

/// <summary>A channel and a state look the same in the browser as in a report.</summary>
public sealed partial class BrowserPaletteTests
{
    private static readonly string Source = File.ReadAllText(Path.Combine(SharedFiles.RepositoryRoot, "src", "Interlock.Dashboard", "Front", "src", "palette.ts"));

    [Fact]
    public void Channels_have_the_same_colours_in_the_same_order() =>
        Assert.Equal(Enumerable.Range(0, Palette.ChannelCount).Select(Palette.ChannelHex), Hexes("channelColours"));

    [Fact]
    public void States_have_the_same_fill_and_text() =>
        Assert.Equal(Enum.GetValues<StateKind>().SelectMany(kind => new[] { Palette.StateFillHex(kind), Palette.StateTextHex(kind) }), Hexes("stateColours"));

    [Fact]
    public void Every_word_of_a_strip_means_the_same()
    {
        string table = Part("strips");
        foreach (Match row in WordRow().Matches(table))
        {
            string[] place = row.Groups["word"].Value.Split('/');
            Assert.Equal(Enum.Parse<StateKind>(row.Groups["kind"].Value, ignoreCase: true), Palette.KindOf(place[0], place[1]));
        }

        Assert.True(WordRow().Count(table) > 20, "the table of words was not found");
    }

    private static IEnumerable<string> Hexes(string name) => Hex().Matches(Part(name)).Select(match => match.Value);

    // From the name of a constant to the end of its statement.
    private static string Part(string name)
    {
        int start = Source.IndexOf($"const {name}", StringComparison.Ordinal);
        return Source[start..Source.IndexOf(';', start)];
    }

    [GeneratedRegex("#[0-9a-f]{6}")]
    private static partial Regex Hex();

    [GeneratedRegex("\"(?<word>[a-z]+/[a-z_]+)\": \"(?<kind>[a-z]+)\"")]
    private static partial Regex WordRow();
}
