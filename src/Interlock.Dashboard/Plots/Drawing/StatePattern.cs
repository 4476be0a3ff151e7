using Interlock.Dashboard.Plots.Figures;

namespace Interlock.Dashboard.Plots.Drawing;

/// <summary>The second cue of a state beside its colour: lines across it.</summary>
internal static class StatePattern
{
    /// <summary>Distance of the lines in px.</summary>
    public const double SpacingPx = 6;

    public const double WidthPx = 1;

    public const double Opacity = 0.45;

    /// <summary>Directions of the lines; empty: plain.</summary>
    public static IReadOnlyList<PatternLine> Of(StateKind kind) => kind switch
    {
        StateKind.Idle => [PatternLine.Level],
        StateKind.Ready => [PatternLine.Level, PatternLine.Upright],
        StateKind.Changed => [PatternLine.Rising],
        StateKind.Held => [PatternLine.Upright],
        StateKind.Stopped => [PatternLine.Rising, PatternLine.Falling],
        StateKind.Human => [PatternLine.Falling],
        _ => [],
    };
}
