using Interlock.Core.Diagnostics;

namespace Interlock.Policies.Onnx;

/// <summary>Ranges of the settings.</summary>
internal static class SettingRules
{
    private const int MostThreads = 256;
    private const int MostSamples = 256;
    private const int MostWarmUpRuns = 10_000;

    /// <exception cref="DiagnosticException">PO155, one for each setting.</exception>
    public static void Check(OnnxPolicyOptions options)
    {
        DiagnosticCollector report = new();
        Range(report, "threads", options.Threads, 1, MostThreads);
        Range(report, "samples", options.Samples, 1, MostSamples);
        Range(report, "warm_up_runs", options.WarmUpRuns, 0, MostWarmUpRuns);
        Range(report, "stages", options.Stages.Count, 1, int.MaxValue);
        foreach (OnnxStage stage in options.Stages)
        {
            Range(report, "every", stage.Every, 1, int.MaxValue);
        }

        foreach (string task in options.TaskTokens.Where(item => item.Value.Count == 0).Select(item => item.Key))
        {
            report.Error(OnnxCodes.SettingOutOfRange, $"task_tokens has no ids for '{task}'");
        }

        report.ThrowIfErrors();
    }

    private static void Range(DiagnosticCollector report, string name, int value, int least, int most)
    {
        if (value < least || value > most)
        {
            string range = most == int.MaxValue ? $"{least} or more" : $"{least} to {most}";
            report.Error(OnnxCodes.SettingOutOfRange, $"{name} is {value}; {range} is possible");
        }
    }
}
