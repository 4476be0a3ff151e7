using Interlock.Core.Observations;
using Interlock.Robots;

namespace Interlock.Runtime.Session;

/// <summary>Reads a robot and moves nothing: commands are judged and recorded, and go nowhere.</summary>
internal sealed class ShadowRobot(IRobot robot) : IRobot
{
    private readonly double[] _accepted = new double[robot.Description.Channels.Count];

    public RobotDescription Description => robot.Description;

    public ReadOnlySpan<double> Accepted => _accepted;

    public void Connect() => robot.Connect();

    public bool TryRead(RobotState state, long nowNs) => robot.TryRead(state, nowNs);

    public bool TrySend(ReadOnlySpan<double> command, long nowNs)
    {
        command.CopyTo(_accepted);
        return true;
    }

    public void RequestStop()
    {
    }

    public void Dispose() => robot.Dispose();
}
