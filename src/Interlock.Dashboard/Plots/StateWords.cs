using Interlock.Dashboard.Plots.Figures;

namespace Interlock.Dashboard.Plots;

/// <summary>What the recorded words of the strips mean.</summary>
internal static class StateWords
{
    private static readonly Dictionary<string, StateKind> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        ["supervisor/idle"] = StateKind.Idle,
        ["supervisor/armed"] = StateKind.Ready,
        ["supervisor/running"] = StateKind.Normal,
        ["supervisor/degraded"] = StateKind.Changed,
        ["supervisor/holding"] = StateKind.Held,
        ["supervisor/awaiting_human"] = StateKind.Held,
        ["supervisor/human_control"] = StateKind.Human,
        ["supervisor/stopped"] = StateKind.Stopped,
        ["supervisor/guarding"] = StateKind.Normal,
        ["supervisor/watching"] = StateKind.Ready,
        ["verdict/pass"] = StateKind.Normal,
        ["verdict/clip"] = StateKind.Changed,
        ["verdict/hold"] = StateKind.Held,
        ["verdict/stop"] = StateKind.Stopped,
        ["verdict/none"] = StateKind.Idle,
        ["source/none"] = StateKind.Idle,
        ["source/policy"] = StateKind.Normal,
        ["source/human"] = StateKind.Human,
        ["source/blend"] = StateKind.Human,
        ["source/hold"] = StateKind.Held,
        ["source/stop"] = StateKind.Stopped,
        ["certificate/none"] = StateKind.Idle,
        ["certificate/declared"] = StateKind.Changed,
        ["certificate/probed"] = StateKind.Ready,
        ["certificate/replayed"] = StateKind.Normal,
        ["certificate/closed_loop"] = StateKind.Normal,
    };

    public static StateKind KindOf(string strip, string value) => Known.GetValueOrDefault($"{strip}/{value}", StateKind.Neutral);
}
