using Interlock.Core.Contract;
using Interlock.Guard.Calibration.Box;
using Interlock.Guard.Calibration.Demonstrations;
using Interlock.Guard.Calibration.RateLimits;
using Interlock.Guard.Calibration.Shapes;

namespace Interlock.Guard.Calibration;

/// <summary>Writes bounds and rate limits into a contract, in the quantity that the action space calls for.</summary>
internal sealed class ContractBuilder(CalibrationOptions options, ChannelPlan plan, ChannelShape[] shapes, double? rateHz)
{
    public SafetyContract Build(ChannelBounds bounds, StepLimits limits) => new()
    {
        Name = options.Name,
        RateHz = rateHz,
        Space = options.Space,
        Reference = options.Reference,
        Mode = options.Mode,
        Channels = [.. plan.Channels.Select((channel, j) => WithRates(channel with { Role = RoleOf(j), Min = bounds.StatedMin(j), Max = bounds.StatedMax(j) }, limits, j))],
        Monitors = new MonitorSettings { Profile = options.Profile, Calibration = options.CalibrationFile },
    };

    // A two-valued channel that is not commanded as a rate behaves like a gripper, unless somebody says what it is.
    private ChannelRole RoleOf(int channel) =>
        shapes[channel].Kind == ChannelKind.Bimodal && !plan.RoleIsGiven[channel] && !plan.IsRate[channel]
            ? ChannelRole.Gripper
            : plan.Channels[channel].Role;

    private ChannelContract WithRates(ChannelContract channel, StepLimits limits, int j)
    {
        if (!plan.IsRate[j])
        {
            return WithSpeed(channel, limits.Speed[j]);
        }

        return options.Space == ActionSpace.JointVelocity
            ? channel with { MaxVelocity = limits.Speed[j], MaxAcceleration = limits.Change[j] * rateHz }
            : WithSpeed(channel, limits.Speed[j]) with { MaxAcceleration = limits.Change[j] * rateHz * rateHz };
    }

    private ChannelContract WithSpeed(ChannelContract channel, double? perStep) =>
        options.RateLimits == RateLimitOutput.MaxVelocity && rateHz is { } rate
            ? channel with { MaxVelocity = perStep * rate }
            : channel with { MaxStep = perStep };
}
