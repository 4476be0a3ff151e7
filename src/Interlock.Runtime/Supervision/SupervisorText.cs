using System.Text;
using Interlock.Core.Text;

namespace Interlock.Runtime.Supervision;

/// <summary>Sentences about events: what happened, value and limit with unit, what was done. When stands beside them.</summary>
internal static class SupervisorText
{
    public static string Of(in SupervisorEvent item)
    {
        StringBuilder text = new();
        if (item.Code is { } code)
        {
            text.Append(code).Append(' ');
        }

        return text.Append(What(item)).Append("; ").Append(Done(item)).ToString();
    }

    private static string What(in SupervisorEvent item)
    {
        TriggerInfo info = TriggerCatalogue.Of(item.Trigger);
        if (item.IsRefused)
        {
            return $"{info.Sentence}, which is not possible in state {item.From}";
        }

        if (item.Because != SupervisorTrigger.None)
        {
            TriggerInfo because = TriggerCatalogue.Of(item.Because);
            return $"{info.Sentence}: {because.Code} {because.Sentence}";
        }

        if (item.Alarm is { } alarm)
        {
            return $"{info.Sentence}: {AlarmText.Of(alarm.Code, alarm.Monitor, alarm.Value, alarm.Limit)}";
        }

        return info.Unit is null || double.IsNaN(item.Value) ? info.Sentence : $"{info.Sentence} {Measured(item, info.Unit)}";
    }

    private static string Measured(in SupervisorEvent item, string unit)
    {
        string value = double.IsPositiveInfinity(item.Value) ? "never seen" : ShortNumber.Of(item.Value, unit);
        return double.IsNaN(item.Limit) ? value : $"{value}, limit {ShortNumber.Of(item.Limit, unit)}";
    }

    private static string Done(in SupervisorEvent item)
    {
        if (item.From == item.To)
        {
            return $"stays {item.To}";
        }

        return $"{item.From} → {item.To}, {MotionWords(item.Motion)}";
    }

    private static string MotionWords(Motion motion) => motion switch
    {
        Motion.None => "nothing is sent",
        Motion.Release => "the policy moves the robot",
        Motion.Human => "the person moves the robot",
        Motion.Hold => "hold",
        Motion.Brake => "brake",
        _ => "protective stop",
    };
}
