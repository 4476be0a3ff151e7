using Interlock.Core.Contract;
using Interlock.Core.Diagnostics;
using Interlock.Core.Text;
using Interlock.Guard.Calibration.Demonstrations;
using Interlock.Guard.Calibration.RateLimits;
using Interlock.Guard.Calibration.Shapes;

namespace Interlock.Guard.Calibration;

/// <summary>Says what is special about channels.</summary>
internal static class ChannelFindings
{
    // A step of nine tenths of a turn is an angle that was wrapped, not a motion.
    private const double WrapFraction = 0.9;

    public static void Report(ChannelPlan plan, ChannelShape[] shapes, StepMagnitudes steps, DiagnosticCollector findings)
    {
        if (steps.Stride > 1)
        {
            findings.Info(
                CalibrationCodes.SampledPercentile,
                $"the percentile of step sizes was taken over every {steps.Stride}th step, because so many would have to be kept");
        }

        for (int j = 0; j < shapes.Length; j++)
        {
            ReportKind(plan.Channels[j], shapes[j], findings);
            ReportWrap(plan.Channels[j], steps.Largest(j), findings);
        }

        if (Array.Exists(plan.IsRate, isRate => isRate))
        {
            findings.Info(
                CalibrationCodes.RateAction,
                "actions are rates: the speed limit is a percentile of the command itself, the acceleration limit one of its differences, and the box bounds the command, not the pose");
        }
    }

    private static void ReportKind(ChannelContract channel, ChannelShape shape, DiagnosticCollector findings)
    {
        switch (shape.Kind)
        {
            case ChannelKind.Constant:
                string position = ShortNumber.Of(shape.Centre, channel.Unit.Symbol);
                findings.Info(
                    CalibrationCodes.ConstantChannel, $"channel {channel.Name} never moves ({position}); it is held there and gets no rate limit");
                break;
            case ChannelKind.Bimodal:
                string hint = channel.Role == ChannelRole.Gripper ? "it is declared a gripper" : "declare role: gripper if it is one";
                findings.Info(
                    CalibrationCodes.BimodalChannel,
                    $"channel {channel.Name} sits at either end of its range; its bounds come from the range, not from mean and deviation",
                    hint: hint);
                break;
            case ChannelKind.MovesOnlyLater:
                findings.Warn(
                    CalibrationCodes.MovesOnlyLater,
                    $"channel {channel.Name} is still in the fit episodes and moves in the calibration episodes; its bounds are the demonstrated range and lie outside the promise",
                    hint: "more episodes, or another seed, give it a scale");
                break;
            default:
                break;
        }
    }

    private static void ReportWrap(ChannelContract channel, double largestStep, DiagnosticCollector findings)
    {
        double? turn = channel.Unit.Quantity == Core.Units.UnitQuantity.Angle ? 2 * Math.PI / channel.Unit.ToSi : null;
        if (!channel.Continuous && largestStep >= WrapFraction * turn)
        {
            findings.Warn(
                CalibrationCodes.WrapSuspected,
                $"channel {channel.Name} jumps by {largestStep:0.###} {channel.Unit} in a step, about a full turn",
                hint: "declare it continuous if it turns without end");
        }
    }
}
