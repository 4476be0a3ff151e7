using Interlock.Dashboard.Plots;
using Interlock.Dashboard.Plots.Figures;

namespace Interlock.Dashboard.Tests.Plots;

/// <summary>The colours can be read by everybody.</summary>
public sealed class PaletteTests
{
    private const double TextContrast = 4.5, GraphicContrast = 3;

    [Fact]
    public void Every_state_carries_readable_text()
    {
        foreach (StateKind kind in Enum.GetValues<StateKind>())
        {
            double contrast = PlotColor.OfHex(Palette.StateFillHex(kind)).ContrastWith(PlotColor.OfHex(Palette.StateTextHex(kind)));
            Assert.True(contrast >= TextContrast, $"{kind}: {contrast:0.00}");
        }
    }

    [Fact]
    public void Every_channel_stands_out_from_light_and_dark_paper()
    {
        for (int i = 0; i < Palette.ChannelCount; i++)
        {
            PlotColor color = PlotColor.OfHex(Palette.ChannelHex(i));
            Assert.True(color.ContrastWith(ThemeColors.Light.Of(InkRole.Paper)) >= GraphicContrast, $"{i} on light");
            Assert.True(color.ContrastWith(ThemeColors.Dark.Of(InkRole.Paper)) >= GraphicContrast, $"{i} on dark");
        }
    }

    [Fact]
    public void There_are_fourteen_hues_and_all_differ() =>
        Assert.Equal(14, Enumerable.Range(0, Palette.ChannelCount).Select(Palette.ChannelHex).Distinct().Count());

    [Fact]
    public void Text_and_quiet_text_are_readable_on_both_papers()
    {
        foreach (ThemeColors theme in new[] { ThemeColors.Light, ThemeColors.Dark })
        {
            foreach (InkRole role in new[] { InkRole.Text, InkRole.Quiet, InkRole.Limit, InkRole.Alarm })
            {
                Assert.True(theme.Of(role).ContrastWith(theme.Of(InkRole.Paper)) >= TextContrast, $"{role}");
            }
        }
    }

    [Fact]
    public void A_word_that_is_not_known_is_neutral() => Assert.Equal(StateKind.Neutral, Palette.KindOf("task", "pick <b>the</b> cup"));
}
