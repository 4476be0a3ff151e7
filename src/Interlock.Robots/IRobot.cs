using Interlock.Core.Diagnostics;
using Interlock.Core.Observations;

namespace Interlock.Robots;

/// <summary>
/// A robot that takes one command per control period. <see cref="TryRead"/> and <see cref="TrySend"/> run on the control thread: they allocate
/// nothing, take no lock and wait for nothing; a driver that has to wait does so on its own thread.
/// </summary>
public interface IRobot : IDisposable
{
    /// <summary>Channels, units and abilities; known before <see cref="Connect"/>.</summary>
    RobotDescription Description { get; }

    /// <summary>The command that the robot took last, one value per channel: what it really executes, after limits of its own.</summary>
    ReadOnlySpan<double> Accepted { get; }

    /// <summary>Opens the link. Nothing moves.</summary>
    /// <exception cref="DiagnosticException">The robot cannot be reached or is another one (RB codes).</exception>
    void Connect();

    /// <summary>Copies the newest measurement; false while the link is down. The state is left alone then.</summary>
    /// <param name="state">As many channels as <see cref="Description"/> has.</param>
    /// <param name="nowNs">Monotonic time of the loop's clock, ns.</param>
    bool TryRead(RobotState state, long nowNs);

    /// <summary>Hands over a command; false when it was not taken because the link is down.</summary>
    /// <param name="command">One finite value per channel, in the robot's own order and units.</param>
    /// <param name="nowNs">Monotonic time of the loop's clock, ns.</param>
    bool TrySend(ReadOnlySpan<double> command, long nowNs);

    /// <summary>Asks the robot's own controller to stop. A software request; not an emergency stop.</summary>
    void RequestStop();
}
