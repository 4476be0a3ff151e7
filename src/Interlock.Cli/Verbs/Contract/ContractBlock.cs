using Interlock.Core.Contract;
using Interlock.Core.Text;

namespace Interlock.Cli.Verbs.Contract;

/// <summary>A contract as one compact block of text; "–" where there is no limit.</summary>
internal static class ContractBlock
{
    private const string None = "–";

    private static readonly string[] Heads =
        ["channel", "role", "unit", "range", "soft range", "per step", "per second", "acceleration", "jerk"];

    public static void Write(TextWriter output, SafetyContract contract)
    {
        string rate = contract.RateHz is { } hz ? $"{ShortNumber.Of(hz, "Hz")} ({ShortNumber.Of(1000 / hz, "ms")} per step)" : "no rate";
        output.WriteLine(contract.Name);
        string action = $"{EnumWord.Of(contract.Space)}, {EnumWord.Of(contract.Reference)}";
        string mode = $"mode {EnumWord.Of(contract.Mode)} · rate limiting {EnumWord.Of(contract.RateLimiting)}";
        output.WriteLine($"action {action} · {rate} · {mode}");
        output.WriteLine();
        AlignedColumns.Write(output, Rows(contract));
        foreach (string line in GroupLines(contract))
        {
            output.WriteLine(line);
        }
    }

    private static List<string[]> Rows(SafetyContract contract)
    {
        List<string[]> rows = [Heads];
        foreach (ChannelContract channel in contract.Channels)
        {
            rows.Add(Row(channel.Name, channel, EffectiveLimits.InChannelUnits(contract, channel)));
            if (EffectiveLimits.InSi(contract, channel) is { } si)
            {
                rows.Add(Row("  in SI", null, si));
            }
        }

        return rows;
    }

    private static string[] Row(string head, ChannelContract? channel, EffectiveLimits limits) =>
    [
        head,
        channel is null ? "" : EnumWord.Of(channel.Role),
        limits.Unit.Length == 0 ? None : limits.Unit,
        channel?.Continuous == true ? "turns without end" : Range(limits.Min, limits.Max),
        Range(limits.SoftMin, limits.SoftMax),
        Cell(limits.Step, limits.Unit),
        Cell(limits.Velocity, $"{limits.Unit}/s"),
        Cell(limits.Acceleration, $"{limits.Unit}/s²"),
        Cell(limits.Jerk, $"{limits.Unit}/s³"),
    ];

    private static IEnumerable<string> GroupLines(SafetyContract contract)
    {
        foreach (SpeedNorm norm in contract.SpeedNorms)
        {
            string unit = UnitOf(contract, norm.Channels[0]);
            yield return $"vector speed of {string.Join(", ", norm.Channels)}: at most {ShortNumber.Of(norm.Max, unit + "/s")}";
        }

        if (contract.Workspace is { } box)
        {
            string unit = UnitOf(contract, box.Channels[0]);
            IEnumerable<string> edges = box.Channels.Select((name, i) => $"{name} {Range(box.Min[i], box.Max[i])}");
            yield return $"workspace: {string.Join(", ", edges)} {unit}".TrimEnd();
        }

        if (contract.Force is { } force)
        {
            string limits = $"at most {Cell(force.MaxForceN, "N")}, torque {Cell(force.MaxTorqueNm, "N·m")}";
            yield return $"force: {limits}, else {EnumWord.Of(force.OnExceed)}";
        }

        if (contract.Watchdog is { } watchdog)
        {
            string age = ShortNumber.Of(watchdog.MaxAgeMs, "ms");
            yield return $"watchdog: actions older than {age} are not executed, {EnumWord.Of(watchdog.OnStale)}";
        }

        if (contract.Escalation is { } escalation)
        {
            string share = $"more than {ShortNumber.Of(escalation.MaxClipFraction)} of a span";
            yield return $"escalation: {EnumWord.Of(escalation.Then)} when {share} is clipped for {escalation.ForSteps} steps";
        }

        if (contract.Monitors is { } monitors)
        {
            yield return $"monitors: profile {EnumWord.Of(monitors.Profile)}, calibration {monitors.Calibration ?? "none"}";
        }
    }

    private static string UnitOf(SafetyContract contract, string name) =>
        contract.Channels.First(channel => channel.Name == name).Unit.Symbol;

    private static string Range(double? low, double? high) => (low ?? high) is null ? None : $"{Cell(low, "")} … {Cell(high, "")}";

    private static string Cell(double? value, string unit) => value is { } number ? ShortNumber.Of(number, unit) : None;
}
