using Interlock.Core.Observations;
using Interlock.Robots;

namespace Interlock.Runtime.Session;

/// <summary>Reads a robot and moves nothing: commands are judged and recorded, and go nowhere.</summary>
internal sealed class ShadowRobot(IRobot robot) : IRobot
{
    public RobotDescription Description => robot.Description;

    /// <summary>Empty: the robot took nothing.</summary>
    public ReadOnlySpan<double> Accepted => [];

    public void Connect() => robot.Connect();

    public bool TryRead(RobotState state, long nowNs) => robot.TryRead(state, nowNs);

    public bool TrySend(ReadOnlySpan<double> command, long nowNs) => true;

    public void RequestStop()
    {
    }

    public void Dispose() => robot.Dispose();
}
