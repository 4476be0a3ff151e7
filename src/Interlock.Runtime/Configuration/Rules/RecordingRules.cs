using Interlock.Core.Text;
using Interlock.Runtime.Configuration.Settings;

namespace Interlock.Runtime.Configuration.Rules;

/// <summary>What is kept has to be kept by something.</summary>
internal static class RecordingRules
{
    private static readonly string[] RingKeys = ["recording.before_s", "recording.after_s", "recording.memory_mib"];

    public static void Check(RunSettings settings, RuleReport report)
    {
        RecordingSettings recording = settings.Recording;
        foreach (string key in RingKeys.Where(key => recording.Mode != RecordingMode.Ring && report.IsStated(key)))
        {
            report.Warn("RT021", key, $"recording.mode is {EnumWord.Of(recording.Mode)}: this key has no effect", "use mode ring, or remove it");
        }

        if (recording.Mode == RecordingMode.Off && settings.Run.Shadow)
        {
            report.Error("RT022", "recording.mode", "a shadow run that records nothing has no result", "record it, or move the robot", other: "run");
        }
    }
}
