using Interlock.ExecSpec.Specification;

namespace Interlock.ExecSpec.Gate.Checks;

/// <summary>EX035: rate and executed steps, and the measured period where there is one.</summary>
internal sealed class RateCheck : IGateCheck
{
    /// <summary>Largest deviation of the measured rate, as a share (specification note, section 9).</summary>
    private const double MeasuredTolerance = 0.05;

    public void Run(GateContext context, GateResults results)
    {
        ActionSpec certified = context.Certified.Action;
        ActionSpec running = context.Running.Action;
        FactComparison comparison = new(results, context.Scope, GateCode.Rate);
        comparison.RobotFact("rate in Hz", Fact.Of(certified.RateHz), Fact.Of(running.RateHz));
        comparison.FileFact("horizon", Fact.Of(certified.Horizon), Fact.Of(running.Horizon));
        comparison.FileFact("executed steps", Fact.Of(certified.Execute), Fact.Of(running.Execute));
        if (certified.RateHz is { } rateHz && context.MeasuredRateHz is { } measuredHz)
        {
            CompareMeasured(rateHz, measuredHz, results);
        }
    }

    private static void CompareMeasured(double rateHz, double measuredHz, GateResults results)
    {
        string text = $"the loop ran at {Fact.Of(measuredHz)} Hz; certified are {Fact.Of(rateHz)} Hz, tolerated are 5 % more or less";
        if (Math.Abs(measuredHz - rateHz) <= MeasuredTolerance * rateHz)
        {
            results.Pass(GateCode.Rate, "measured rate", text);
        }
        else
        {
            results.Fail(GateCode.Rate, "measured rate", text, Fact.Of(rateHz), Fact.Of(measuredHz));
        }
    }
}
