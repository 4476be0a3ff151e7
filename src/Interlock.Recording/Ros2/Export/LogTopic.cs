using Interlock.Core.Text;
using Interlock.Recording.Flight.Reading;
using Interlock.Recording.Flight.Session;
using Interlock.Recording.Ros2.Messages;

namespace Interlock.Recording.Ros2.Export;

/// <summary>Events and sentences in one log, <c>/rosout</c>, where the tools of ROS look for it.</summary>
internal sealed class LogTopic(Ros2Output output, FlightLayout layout)
{
    private const string Guard = "interlock.guard";
    private const string Loop = "interlock.loop";

    private readonly Ros2Topic _topic = new("/rosout", Ros2Type.Log);

    public void Write(RecordedEvent happened, ulong timeNs) => Write(timeNs, LevelOf(happened.Kind), happened.Kind is "intervention" or "alarm" or "stop" or "reset" ? Guard : Loop, Sentence(happened));

    public void Write(RecordedText text, ulong timeNs) => Write(timeNs, LevelOf(text.Level), text.Source, text.Message);

    private void Write(ulong timeNs, Ros2Level level, string name, string message)
    {
        output.Cdr.Log(timeNs, level, name, message);
        output.Write(_topic, timeNs);
    }

    private static Ros2Level LevelOf(string kind) => kind switch
    {
        "stop" or "fault" => Ros2Level.Error,
        "intervention" or "alarm" or "watchdog" => Ros2Level.Warn,
        _ => Ros2Level.Info,
    };

    private static Ros2Level LevelOf(FlightLevel level) => level switch
    {
        FlightLevel.Debug => Ros2Level.Debug,
        FlightLevel.Info => Ros2Level.Info,
        FlightLevel.Warning => Ros2Level.Warn,
        FlightLevel.Error => Ros2Level.Error,
        FlightLevel.Fatal => Ros2Level.Fatal,
        _ => Ros2Level.Unknown,
    };

    private string Sentence(RecordedEvent happened)
    {
        string where = happened.Channel is null ? "" : $" on {happened.Channel}";

        // Only diagnostic codes have pages; the words that mark states and episodes would say their kind twice.
        string code = happened.Code is [>= 'A' and <= 'Z', ..] ? $"{happened.Code} " : "";
        return $"{code}{happened.Kind.Replace('_', ' ')}{where}{Numbers(happened)}";
    }

    private string Numbers(RecordedEvent happened) => happened switch
    {
        { Kind: "supervisor", Value: { } to, Limit: { } from } => $": {State(from)} to {State(to)}",
        { Kind: "stop", Code: ['R', 'T', ..] } or { Value: null } => "", // the supervisor's stops have states there
        { Limit: { } limit } when !double.IsNaN(limit) => $": {ShortNumber.Of(happened.Value.Value)}, limit {ShortNumber.Of(limit)}",
        _ => $": {ShortNumber.Of(happened.Value.Value)}",
    };

    private string State(double index) => index >= 0 && index < layout.SupervisorStates.Count ? layout.SupervisorStates[(int)index] : "unknown";
}
