using System.Globalization;
using Interlock.Guard.Channels;

namespace Interlock.Guard.Interventions;

/// <summary>Puts an intervention into one sentence: code, channel, value against limit with unit, what was done.</summary>
internal sealed class InterventionText(ChannelLayout layout)
{
    public string Describe(in Intervention item)
    {
        string channel = item.Channel < 0 ? string.Empty : $"{layout.Names[item.Channel]} ";
        string limit = double.IsNaN(item.Limit) ? string.Empty : $" (limit {Number(item.Limit, item.Unit)})";
        return $"{item.Code} {channel}{Reason(item.Code)}{Change(item)}{limit}";
    }

    private string Change(in Intervention item)
    {
        if (item.Channel < 0)
        {
            return double.IsNaN(item.Raw) ? string.Empty : $": {Number(item.Raw, item.Unit)}";
        }

        string unit = layout.CommandUnits[item.Channel];
        string safe = double.IsNaN(item.Safe) ? "nothing sent" : Number(item.Safe, unit);
        return $": {Number(item.Raw, unit)} → {safe}";
    }

    private static string Reason(string code) => code switch
    {
        GuardCodes.NonFinite => "is not a finite number; held",
        GuardCodes.WrongLength => "the action has the wrong number of values; held",
        GuardCodes.Missing => "no action arrived; held",
        GuardCodes.Stale => "the action is too old; not used",
        GuardCodes.UnusableState => "the measured state is not usable; ignored",
        GuardCodes.UnknownOrigin => "the action is relative to a chunk that was not begun; nothing sent",
        GuardCodes.Bound => "out of bounds; clipped",
        GuardCodes.Velocity => "too fast; clipped",
        GuardCodes.Acceleration => "accelerates too hard; clipped",
        GuardCodes.Jerk => "jerks too hard; clipped",
        GuardCodes.StoppingDistance => "could not stop before its bound; slowed",
        GuardCodes.SoftLimit => "inside the soft zone; slowed",
        GuardCodes.VectorSpeed => "too fast together with its neighbours; slowed",
        GuardCodes.Workspace => "outside the workspace; clipped",
        GuardCodes.PathSlowed => "slowed with the whole path",
        GuardCodes.Force => "contact force over the limit; the action is not used",
        GuardCodes.Torque => "contact torque over the limit; the action is not used",
        GuardCodes.ForceUnknown => "contact force or torque is limited but not measured",
        GuardCodes.NoFeasibleCommand => "no command keeps every limit; held and latched",
        GuardCodes.Escalation => "large changes for several steps on end; escalated",
        GuardCodes.StopRequested => "stop requested",
        GuardCodes.Latched => "latched; reset on purpose to go on",
        GuardCodes.ViolationInStopMode => "a limit was broken and the contract says stop",
        GuardCodes.GapWithoutState => "a pause without a measured state to start again from",
        _ => "changed",
    };

    private static string Number(double value, string unit) =>
        $"{value.ToString("G6", CultureInfo.InvariantCulture)} {unit}".TrimEnd();
}
