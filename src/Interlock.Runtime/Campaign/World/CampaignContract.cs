using Interlock.Core.Contract;
using Interlock.Core.Units;

namespace Interlock.Runtime.Campaign.World;

/// <summary>The contract of the campaign's arm: six joints and a gripper, every kind of limit that the checker knows.</summary>
internal static class CampaignContract
{
    public const double ControlHz = 100;

    private const int Joints = 6;

    /// <summary>Two missed rows of the plan; a healthy answer is never late, because its delay is skipped over.</summary>
    private const double MaxAgeMs = 100;

    /// <summary>A tenth of a channel's span, changed at every step for 0.3 s, is no noise.</summary>
    private const double MaxClipFraction = 0.1;

    private const int EscalateAfterSteps = 30;

    public static SafetyContract Make() => new()
    {
        Name = "campaign-arm",
        RateHz = ControlHz,
        Space = ActionSpace.JointPosition,
        Channels = [.. Enumerable.Range(1, Joints).Select(Joint), Gripper],
        SpeedNorms = [new SpeedNorm(["j1", "j2", "j3"], 1.8)],
        Watchdog = new Watchdog(MaxAgeMs),
        Escalation = new Escalation(MaxClipFraction, EscalateAfterSteps),
    };

    private static ChannelContract Gripper { get; } = new()
    {
        Name = "gripper",
        Role = ChannelRole.Gripper,
        Unit = ChannelUnit.Metre,
        // Below the closed position, so that a measured zero with its noise is no bound.
        Min = -0.002,
        Max = 0.08,
        MaxVelocity = 0.2,
        MaxAcceleration = 4,
    };

    private static ChannelContract Joint(int number) => new()
    {
        Name = $"j{number}",
        Unit = ChannelUnit.Radian,
        Min = -2,
        Max = 2,
        MaxVelocity = 1.5,
        MaxAcceleration = 15,
    };
}
