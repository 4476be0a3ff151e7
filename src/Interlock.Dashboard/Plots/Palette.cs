using Interlock.Dashboard.Plots.Figures;

namespace Interlock.Dashboard.Plots;

/// <summary>Every colour that is drawn: channels by index and states. The browser's palette has the same values.</summary>
public static class Palette
{
    /// <summary>
    /// Found by taking, again and again, the colour farthest (OKLab) from those taken under normal, protan, deutan and tritan sight (Machado 2009), among
    /// those with a contrast of 3 or more to both papers; then ordered so that the first ones differ most.
    /// </summary>
    private static readonly string[] Channels =
    [
        "#1177bb", "#cc6600", "#449966", "#aa4466", "#7788ff", "#bb3300", "#7733ff",
        "#ee6688", "#117788", "#dd11aa", "#cc77bb", "#667722", "#bb44cc", "#ff4455",
    ];

    private static readonly (string Fill, string Text)[] States =
    [
        ("#d5d9de", "#22272e"),
        ("#a5d8b9", "#0b3d22"),
        ("#cfe0f5", "#0d3058"),
        ("#ffdf8a", "#4a3200"),
        ("#f7b267", "#402200"),
        ("#b3202c", "#ffffff"),
        ("#6a3fb5", "#ffffff"),
        ("#e6e6ea", "#2b2b33"),
    ];

    // The most with which fourteen hues make three groups.
    private const int HuesOfAStroke = 5;

    /// <summary>Number of channel hues; indices beyond begin again.</summary>
    public static int ChannelCount => Channels.Length;

    /// <summary>The colour of a channel as <c>#rrggbb</c>, readable on light and on dark.</summary>
    /// <param name="index">The channel's place in the layout, 0 or more.</param>
    public static string ChannelHex(int index) => Channels[index % Channels.Length];

    /// <summary>
    /// How a channel's line is drawn where several channels share a panel: within each group of one stroke the hues stay apart for colour-blind eyes as well
    /// (PaletteDistanceTests), and the groups differ by stroke.
    /// </summary>
    /// <param name="index">The channel's place in the layout, 0 or more.</param>
    public static Stroke StrokeOf(int index) => (index % Channels.Length / HuesOfAStroke) switch
    {
        0 => Stroke.Solid,
        1 => Stroke.LongDashed,
        _ => Stroke.DashDotted,
    };

    /// <summary>The fill of a state as <c>#rrggbb</c>, the same on light and on dark.</summary>
    /// <param name="kind">The state.</param>
    public static string StateFillHex(StateKind kind) => States[(int)kind].Fill;

    /// <summary>The colour of text on a state's fill as <c>#rrggbb</c>; contrast at least 4.5 (WCAG 2.2 AA).</summary>
    /// <param name="kind">The state.</param>
    public static string StateTextHex(StateKind kind) => States[(int)kind].Text;

    /// <summary>What a recorded word of a strip means.</summary>
    /// <param name="strip">Name of the strip, for example <c>verdict</c> or <c>supervisor</c>.</param>
    /// <param name="value">The recorded word.</param>
    /// <returns>Its kind; <see cref="StateKind.Neutral"/> for a word that is not known.</returns>
    public static StateKind KindOf(string strip, string value) => StateWords.KindOf(strip, value);
}
