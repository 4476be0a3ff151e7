using Interlock.Guard.Alarms;

namespace Interlock.Runtime.Proxies.Guarding;

/// <summary>What was done with the actions of one reply.</summary>
/// <param name="Rows">Actions, in order.</param>
/// <param name="Passed">Those left alone.</param>
/// <param name="Clipped">Those changed to keep the limits.</param>
/// <param name="Held">Those not used; the robot comes to rest.</param>
/// <param name="Stopped">Those not used because of a stop, which stays.</param>
/// <param name="ExecutedBefore">Rows of the reply before that were taken as executed.</param>
/// <param name="IsShadow">True when nothing was changed.</param>
/// <param name="Codes">Codes of the interventions, in the order of their first.</param>
internal sealed record ExchangeReport(
    int Rows, int Passed, int Clipped, int Held, int Stopped, int ExecutedBefore, bool IsShadow, IReadOnlyList<string> Codes)
{
    public int Changed => Rows - Passed;

    /// <summary>Alarms that fired on what was executed before this reply.</summary>
    public IReadOnlyList<AlarmInfo> Alarms { get; init; } = [];

    /// <summary>True when the reply was not used because of an alarm.</summary>
    public bool IsHeldByAlarm { get; init; }
}
