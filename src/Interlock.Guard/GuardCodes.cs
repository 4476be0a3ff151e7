namespace Interlock.Guard;

/// <summary>Stable codes of everything the guard does; one page each in <c>docs/codes</c>.</summary>
public static class GuardCodes
{
    /// <summary>The action holds NaN or an infinity.</summary>
    public const string NonFinite = "GD101";

    /// <summary>The action has another number of values than the contract has channels.</summary>
    public const string WrongLength = "GD102";

    /// <summary>No action arrived for this step.</summary>
    public const string Missing = "GD103";

    /// <summary>The action is older than the watchdog allows.</summary>
    public const string Stale = "GD104";

    /// <summary>The measured state is not finite or has the wrong length, and was not used.</summary>
    public const string UnusableState = "GD105";

    /// <summary>The contract says <c>relative_chunk</c>, but no chunk was begun whose state the action is relative to.</summary>
    public const string UnknownOrigin = "GD106";

    /// <summary>A command lies outside the channel's bounds.</summary>
    public const string Bound = "GD110";

    /// <summary>A command would move the channel faster than allowed.</summary>
    public const string Velocity = "GD111";

    /// <summary>A command would change the channel's velocity faster than allowed.</summary>
    public const string Acceleration = "GD112";

    /// <summary>A command would change the channel's acceleration faster than allowed.</summary>
    public const string Jerk = "GD113";

    /// <summary>From this command the channel could no longer stop before its bound.</summary>
    public const string StoppingDistance = "GD114";

    /// <summary>The channel moves inside its soft zone, where the approach to the bound is slowed.</summary>
    public const string SoftLimit = "GD115";

    /// <summary>Several channels together would move faster than allowed.</summary>
    public const string VectorSpeed = "GD116";

    /// <summary>A command lies outside the workspace box.</summary>
    public const string Workspace = "GD117";

    /// <summary>The channel was slowed so that the whole motion keeps its direction.</summary>
    public const string PathSlowed = "GD118";

    /// <summary>The measured contact force exceeds the contract.</summary>
    public const string Force = "GD120";

    /// <summary>The measured contact torque exceeds the contract.</summary>
    public const string Torque = "GD121";

    /// <summary>The contract limits force or torque, but the measurement is missing or not a number.</summary>
    public const string ForceUnknown = "GD122";

    /// <summary>No command keeps every limit.</summary>
    public const string NoFeasibleCommand = "GD130";

    /// <summary>Commands had to be changed by a lot for several steps on end.</summary>
    public const string Escalation = "GD131";

    /// <summary>The caller asked for a stop.</summary>
    public const string StopRequested = "GD132";

    /// <summary>The guard is latched; the action was not used.</summary>
    public const string Latched = "GD133";

    /// <summary>The contract's mode is stop, and the action broke a limit.</summary>
    public const string ViolationInStopMode = "GD134";

    /// <summary>Time passed without a step, and no measured state was given to start again from.</summary>
    public const string GapWithoutState = "GD140";
}
