using Interlock.Core.Contract;
using Interlock.Core.Text;
using Interlock.Recording.Flight.Session;
using Interlock.Recording.Overview;

namespace Interlock.Dashboard.Series;

/// <summary>Events as sentences.</summary>
internal static class ViewEvents
{
    public static ViewEvent Of(OverviewEvent happened, FlightLayout layout, SafetyContract? contract)
    {
        int channel = happened.Channel is null ? -1 : layout.Channels.Index().Where(pair => pair.Item == happened.Channel).Select(pair => pair.Index).FirstOrDefault(-1);
        string unit = channel < 0 ? "" : layout.Units[channel].Symbol;
        return new ViewEvent(
            happened.TimeS, happened.Tick, happened.Kind, happened.Code, Severity(happened.Kind), happened.Channel, happened.Value, happened.Limit, unit,
            Text(happened, layout, unit, contract?.Channels.FirstOrDefault(one => one.Name == happened.Channel)), happened.Count);
    }

    private static string Severity(string kind) => kind switch
    {
        "stop" or "fault" => "error",
        "intervention" or "alarm" or "watchdog" => "warning",
        _ => "info",
    };

    private static string Text(OverviewEvent happened, FlightLayout layout, string unit, ChannelContract? channel)
    {
        string repeats = happened.Count > 1 ? $", {happened.Count} times within a second" : "";
        return $"{What(happened, layout, unit, channel)}{repeats} ({happened.Code})";
    }

    private static string What(OverviewEvent happened, FlightLayout layout, string unit, ChannelContract? channel) => happened.Kind switch
    {
        "intervention" when InterventionWords.Of(happened, unit, channel) is { } reason => reason,
        "stop" when InterventionWords.Of(happened, unit, channel) is { } reason => $"stopped until a reset: {reason}",
        "alarm" => AlarmText.Of(happened.Code, happened.Channel, happened.Value ?? double.NaN, happened.Limit ?? double.NaN),
        _ => Plain(happened, layout),
    };

    private static string Plain(OverviewEvent happened, FlightLayout layout)
    {
        string what = happened.Kind switch
        {
            "intervention" => "the guard changed the action",
            "stop" => "stopped until a reset",
            "reset" => "a stop was reset",
            "supervisor" => Supervisor(happened, layout),
            "fault" => "something failed",
            "watchdog" => "a watchdog ran out",
            "human" => "a person stepped in",
            "episode_start" => "an episode began",
            "episode_end" => "an episode ended",
            "mark" => "a mark was set",
            _ => happened.Kind,
        };
        string where = happened.Channel is null ? "" : $" on {happened.Channel}";
        return $"{what}{where}{Numbers(happened)}";
    }

    private static string Supervisor(OverviewEvent happened, FlightLayout layout) =>
        $"the supervisor went from {State(happened.Limit, layout)} to {State(happened.Value, layout)}";

    private static string State(double? index, FlightLayout layout) =>
        index is { } value && value >= 0 && value < layout.SupervisorStates.Count ? layout.SupervisorStates[(int)value].Replace('_', ' ') : "an unknown state";

    // Without a unit: whether a value is a position, a speed or a time is the code's to say.
    private static string Numbers(OverviewEvent happened) => happened switch
    {
        { Kind: "supervisor" or "episode_start" or "episode_end" } or { Value: null } => "",
        { Value: double.NaN } or { Kind: "stop", Code: ['R', 'T', ..] } => "", // nothing measured; the supervisor's stops have states there
        { Limit: { } limit } when !double.IsNaN(limit) => $": {ShortNumber.Of(happened.Value.Value)}, limit {ShortNumber.Of(limit)}",
        _ => $": {ShortNumber.Of(happened.Value.Value)}",
    };
}
