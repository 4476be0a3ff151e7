namespace Interlock.Bench.Loop;

/// <summary>What a tick of the whole loop costs, ns: from its begin to the command at the robot, and with everything behind that.</summary>
/// <param name="ToRobotNs">Median time to the robot.</param>
/// <param name="ToRobotTailNs">99th percentile of that.</param>
/// <param name="WholeNs">Median time of the whole tick, recorder and asking included.</param>
/// <param name="WholeTailNs">99th percentile of that.</param>
/// <param name="ReadNs">Median of reading robot and cameras' ages.</param>
/// <param name="ScheduleNs">Median of taking answers and deciding.</param>
/// <param name="GuardNs">Median of choosing the action, braking and the guard.</param>
/// <param name="SendNs">Median of handing over.</param>
/// <param name="Bytes">Allocated per tick.</param>
internal sealed record LoopCost(
    double ToRobotNs, double ToRobotTailNs, double WholeNs, double WholeTailNs, double ReadNs, double ScheduleNs, double GuardNs, double SendNs, double Bytes);
