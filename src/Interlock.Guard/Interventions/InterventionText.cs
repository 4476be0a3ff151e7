using System.Globalization;
using Interlock.Core.Contract;

namespace Interlock.Guard.Interventions;

/// <summary>Puts an intervention into one sentence: code, channel, value against limit with unit, what was done.</summary>
internal sealed class InterventionText(SafetyContract contract)
{
    public string Describe(in Intervention item)
    {
        string channel = item.Channel < 0 ? string.Empty : $"{contract.Channels[item.Channel].Name} ";
        string unit = item.Channel < 0 ? string.Empty : $" {contract.Channels[item.Channel].Unit.Symbol}".TrimEnd();
        string limit = double.IsNaN(item.Limit) ? string.Empty : $" (limit {Number(item.Limit)} {item.Unit})".Replace(" )", ")", StringComparison.Ordinal);
        string change = double.IsNaN(item.Raw) && double.IsNaN(item.Safe)
            ? string.Empty
            : $" {Number(item.Raw)}{unit} → {Number(item.Safe)}{unit}";
        return $"{item.Code} {channel}{Reason(item.Code)}{change}{limit}";
    }

    private static string Reason(string code) => code switch
    {
        GuardCodes.NonFinite => "is not a finite number; held:",
        GuardCodes.WrongLength => "the action has the wrong number of values; held",
        GuardCodes.Missing => "no action arrived; held",
        GuardCodes.Stale => "the action is too old; not used",
        GuardCodes.UnusableState => "the measured state is not usable; ignored",
        GuardCodes.Bound => "out of bounds; clipped:",
        GuardCodes.Velocity => "too fast; clipped:",
        GuardCodes.Acceleration => "accelerates too hard; clipped:",
        GuardCodes.Jerk => "jerks too hard; clipped:",
        GuardCodes.StoppingDistance => "could not stop before its bound; slowed:",
        GuardCodes.SoftLimit => "inside the soft zone; slowed:",
        GuardCodes.VectorSpeed => "too fast together with its neighbours; slowed:",
        GuardCodes.Workspace => "outside the workspace; clipped:",
        GuardCodes.PathSlowed => "slowed with the whole path:",
        GuardCodes.Force => "contact force over the limit; stopped:",
        GuardCodes.Torque => "contact torque over the limit; stopped:",
        GuardCodes.ForceUnknown => "contact force or torque is limited but not measured",
        GuardCodes.NoFeasibleCommand => "no command keeps every limit; held and latched:",
        GuardCodes.Escalation => "large changes for several steps on end; escalated",
        GuardCodes.StopRequested => "stop requested",
        GuardCodes.Latched => "latched; reset on purpose to go on",
        GuardCodes.ViolationInStopMode => "a limit was broken and the contract says stop",
        GuardCodes.GapWithoutState => "a pause without a measured state to start again from",
        _ => "changed:",
    };

    private static string Number(double value) => value.ToString("0.####", CultureInfo.InvariantCulture);
}
