using Interlock.Core.Contract;
using Interlock.Core.Units;
using Interlock.Guard.Interventions;

namespace Interlock.Guard.Tests;

/// <summary>Small contracts that tests share.</summary>
internal static class Arms
{
    public static SafetyContract Of(params ChannelContract[] channels) => new() { Name = "test", RateHz = 10, Channels = channels };

    public static ChannelContract Joint(string name = "j", double? min = -1, double? max = 1, double? maxStep = 0.1) =>
        new() { Name = name, Unit = ChannelUnit.Radian, Min = min, Max = max, MaxStep = maxStep };

    public static double Step(this ActionGuard guard, double raw, out StepResult result)
    {
        double[] safe = new double[1];
        result = guard.Step([raw], safe);
        return safe[0];
    }

    public static double Step(this ActionGuard guard, double raw) => guard.Step(raw, out _);

    public static string[] Codes(this ActionGuard guard)
    {
        List<string> codes = [];
        foreach (Intervention item in guard.LastInterventions)
        {
            codes.Add(item.Code);
        }

        return [.. codes];
    }
}
