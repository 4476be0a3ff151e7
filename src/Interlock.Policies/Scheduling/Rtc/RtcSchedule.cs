namespace Interlock.Policies.Scheduling.Rtc;

/// <summary>How strongly the rows under way bind a new chunk, row by row (LeRobot <c>prefix_attention_schedule</c>).</summary>
public enum RtcSchedule
{
    /// <summary>1 from the end of the delay down to 0 at the horizon, in a straight line. LeRobot's default.</summary>
    Linear,

    /// <summary>1 up to the delay, then 0.</summary>
    Zeros,

    /// <summary>1 up to the horizon, then 0.</summary>
    Ones,

    /// <summary>The straight line u bent to u·(eᵘ − 1)/(e − 1).</summary>
    Exp,
}
