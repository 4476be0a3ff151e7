using Interlock.Core.Observations;
using Interlock.Robots;
using Interlock.Robots.Simulated;

namespace Interlock.Runtime.Tests.Soak;

/// <summary>A simulated arm that can refuse commands.</summary>
internal sealed class SoakRobot(SimulatedArm arm) : IRobot
{
    public SimulatedArm Arm => arm;

    public bool Refuses { get; set; }

    public RobotDescription Description => arm.Description;

    public ReadOnlySpan<double> Accepted => arm.Accepted;

    public void Connect() => arm.Connect();

    public bool TryRead(RobotState state, long nowNs) => arm.TryRead(state, nowNs);

    public bool TrySend(ReadOnlySpan<double> command, long nowNs) => !Refuses && arm.TrySend(command, nowNs);

    public void RequestStop() => arm.RequestStop();

    public void Dispose() => arm.Dispose();
}
