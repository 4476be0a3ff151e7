using System.Text;
using Interlock.Core.Text;

namespace Interlock.Core.Contract.Writing;

/// <summary>Writes contracts as people would, one line per channel. Reading the text gives the same contract.</summary>
public static class ContractWriter
{
    /// <summary>Where the first line points editors to: the schema beside the contract, as <c>interlock contract schema</c> prints it.</summary>
    public const string SchemaReference = "./contract-v1.json";

    /// <summary>The contract as a YAML document.</summary>
    /// <param name="contract">A contract without errors under <see cref="Rules.ContractRules"/>.</param>
    /// <param name="notes">Comments; null for none.</param>
    public static string Write(SafetyContract contract, ContractNotes? notes = null)
    {
        ArgumentNullException.ThrowIfNull(contract);
        StringBuilder text = new();
        Line(text, $"# yaml-language-server: $schema={SchemaReference}");
        foreach (string remark in notes?.Header ?? [])
        {
            Line(text, YamlText.Comment(remark));
        }

        Line(text, $"interlock: {SafetyContract.FormatTag}");
        Line(text, $"name: {YamlText.Of(contract.Name)}");
        Line(text, contract.RateHz is { } rate ? $"rate_hz: {YamlText.Of(rate)}" : null);
        Line(text, $"action: {{ space: {EnumWord.Of(contract.Space)}, reference: {EnumWord.Of(contract.Reference)} }}");
        WriteChannels(text, contract, notes);
        WriteSpeedNorms(text, contract);
        Line(text, WorkspaceLine(contract.Workspace));
        Line(text, ForceLine(contract.Force));
        Line(text, $"mode: {EnumWord.Of(contract.Mode)}");
        Line(text, $"rate_limiting: {EnumWord.Of(contract.RateLimiting)}");
        Line(text, WatchdogLine(contract.Watchdog));
        Line(text, EscalationLine(contract.Escalation));
        Line(text, MonitorsLine(contract.Monitors));
        return text.ToString();
    }

    private static void WriteChannels(StringBuilder text, SafetyContract contract, ContractNotes? notes)
    {
        Line(text, "channels:");
        foreach (ChannelContract channel in contract.Channels)
        {
            string remark = notes?.Channels.GetValueOrDefault(channel.Name) is { } note ? $"  {YamlText.Comment(note)}" : "";
            Line(text, $"  - {ChannelGroup(channel)}{remark}");
        }
    }

    private static string ChannelGroup(ChannelContract channel) => new FlowGroup()
        .Add("name", YamlText.Of(channel.Name))
        .Add("role", EnumWord.Of(channel.Role))
        .Add("unit", channel.Unit.Symbol.Length == 0 ? null : channel.Unit.Symbol)
        .Add("continuous", channel.Continuous ? "true" : null)
        .Add("min", channel.Min)
        .Add("max", channel.Max)
        .Add("soft_min", channel.SoftMin)
        .Add("soft_max", channel.SoftMax)
        .Add("max_step", channel.MaxStep)
        .Add("max_velocity", channel.MaxVelocity)
        .Add("max_acceleration", channel.MaxAcceleration)
        .Add("max_jerk", channel.MaxJerk)
        .ToString();

    private static void WriteSpeedNorms(StringBuilder text, SafetyContract contract)
    {
        if (contract.SpeedNorms.Count == 0)
        {
            return;
        }

        Line(text, "speed_norms:");
        foreach (SpeedNorm norm in contract.SpeedNorms)
        {
            Line(text, $"  - {new FlowGroup().Add("channels", YamlText.Of(norm.Channels)).Add("max", norm.Max)}");
        }
    }

    private static string? WorkspaceLine(Workspace? box) => box is null ? null : "workspace: " + new FlowGroup()
        .Add("channels", YamlText.Of(box.Channels))
        .Add("min", YamlText.Of(box.Min))
        .Add("max", YamlText.Of(box.Max));

    private static string? ForceLine(ForceLimit? force) => force is null ? null : "force: " + new FlowGroup()
        .Add("max_force_n", force.MaxForceN)
        .Add("max_torque_nm", force.MaxTorqueNm)
        .Add("on_exceed", EnumWord.Of(force.OnExceed));

    private static string? WatchdogLine(Watchdog? watchdog) => watchdog is null ? null : "watchdog: " + new FlowGroup()
        .Add("max_age_ms", watchdog.MaxAgeMs)
        .Add("on_stale", EnumWord.Of(watchdog.OnStale));

    private static string? EscalationLine(Escalation? escalation) => escalation is null ? null : "escalation: " + new FlowGroup()
        .Add("max_clip_fraction", escalation.MaxClipFraction)
        .Add("for_steps", escalation.ForSteps.ToString())
        .Add("then", EnumWord.Of(escalation.Then));

    private static string? MonitorsLine(MonitorSettings? monitors) => monitors is null ? null : "monitors: " + new FlowGroup()
        .Add("profile", EnumWord.Of(monitors.Profile))
        .Add("calibration", monitors.Calibration is { } file ? YamlText.Of(file) : null);

    private static void Line(StringBuilder text, string? line)
    {
        if (line is not null)
        {
            text.Append(line).Append('\n');
        }
    }
}
