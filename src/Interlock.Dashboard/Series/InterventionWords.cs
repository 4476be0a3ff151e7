using Interlock.Core.Contract;
using Interlock.Core.Text;
using Interlock.Recording.Overview;

namespace Interlock.Dashboard.Series;

/// <summary>What the guard found wrong with an action, as half a sentence with units.</summary>
internal static class InterventionWords
{
    private static readonly Dictionary<string, string> Reasons = new()
    {
        ["GD101"] = "is not a finite number",
        ["GD102"] = "the action has the wrong number of values",
        ["GD103"] = "no action arrived",
        ["GD104"] = "the action is too old",
        ["GD105"] = "the measured state is not usable",
        ["GD106"] = "the action is relative to a chunk that was not begun",
        ["GD110"] = "out of bounds",
        ["GD111"] = "too fast",
        ["GD112"] = "accelerates too hard",
        ["GD113"] = "jerks too hard",
        ["GD114"] = "could not stop before its bound",
        ["GD115"] = "inside the soft zone",
        ["GD116"] = "too fast together with its neighbours",
        ["GD117"] = "outside the workspace",
        ["GD118"] = "slowed with the whole path",
        ["GD120"] = "contact force over the limit",
        ["GD121"] = "contact torque over the limit",
        ["GD122"] = "contact force or torque is limited but not measured",
        ["GD130"] = "no command keeps every limit",
        ["GD131"] = "large changes for several steps on end",
        ["GD132"] = "a stop was asked for",
        ["GD133"] = "the guard is latched until a reset",
        ["GD134"] = "a limit was broken and the contract says stop",
        ["GD140"] = "a pause without a measured state to start again from",
    };

    /// <summary>For example <c>elbow too fast: 1.9 rad wanted, limit 0.8 rad/s</c>; null for a code that is not the guard's.</summary>
    /// <param name="happened">The event.</param>
    /// <param name="unit">Of its channel; empty where there is none.</param>
    /// <param name="channel">As the contract has it; null where that is not known.</param>
    public static string? Of(OverviewEvent happened, string unit, ChannelContract? channel)
    {
        if (!Reasons.TryGetValue(happened.Code, out string? reason))
        {
            return null;
        }

        string limitUnit = LimitUnit(happened.Code, unit, channel);
        string wanted = Number(happened.Value, happened.Channel is null ? limitUnit : unit) is { } value ? $": {value}{(happened.Channel is null ? "" : " wanted")}" : "";
        string limit = Number(happened.Limit, limitUnit) is { } most ? $", limit {most}" : "";
        return $"{(happened.Channel is { } name ? $"{name} " : "")}{reason}{wanted}{limit}";
    }

    private static string LimitUnit(string code, string unit, ChannelContract? channel) => code switch
    {
        "GD120" => "N",
        "GD121" => "N·m",
        "GD111" when unit.Length > 0 && channel is not null => channel.MaxStep is null ? $"{unit}/s" : $"{unit}/step",
        "GD112" when unit.Length > 0 => $"{unit}/s²",
        "GD113" when unit.Length > 0 => $"{unit}/s³",
        "GD111" or "GD116" => "",
        _ => unit,
    };

    private static string? Number(double? value, string unit) => value is { } number && !double.IsNaN(number) ? ShortNumber.Of(number, unit) : null;
}
