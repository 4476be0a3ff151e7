using Interlock.Dashboard.Plots.Figures;

namespace Interlock.Dashboard.Plots;

/// <summary>Every colour that is drawn: channels by index, states, themes. The browser's palette has the same values.</summary>
public static class Palette
{
    /// <summary>Number of channel hues; indices beyond begin again.</summary>
    public const int ChannelCount = 14;

    /// <summary>The colour of a channel as <c>#rrggbb</c>, readable on light and on dark.</summary>
    /// <param name="index">The channel's place in the layout, 0 or more.</param>
    public static string ChannelHex(int index) => throw new NotImplementedException();

    /// <summary>The fill of a state as <c>#rrggbb</c>.</summary>
    /// <param name="kind">The state.</param>
    public static string StateFillHex(StateKind kind) => throw new NotImplementedException();

    /// <summary>The colour of text on a state's fill as <c>#rrggbb</c>; contrast at least 4.5 (WCAG 2 AA).</summary>
    /// <param name="kind">The state.</param>
    public static string StateTextHex(StateKind kind) => throw new NotImplementedException();

    /// <summary>What a recorded word of a strip means.</summary>
    /// <param name="strip">Name of the strip, for example <c>verdict</c> or <c>supervisor</c>.</param>
    /// <param name="value">The recorded word.</param>
    /// <returns>Its kind; <see cref="StateKind.Neutral"/> for a word that is not known.</returns>
    public static StateKind KindOf(string strip, string value) => throw new NotImplementedException();
}
