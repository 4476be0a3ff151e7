namespace Interlock.Robots.Cameras;

/// <summary>A robot that a <see cref="SimulatedCamera"/> can draw. Asked from the camera's thread: a value may be a moment old.</summary>
public interface IPicturedRobot
{
    /// <summary>Channels that can be drawn.</summary>
    int PicturedChannels { get; }

    /// <summary>Where a channel stands in its range: 0 at its lowest, 1 at its highest.</summary>
    double ShareOfRange(int channel);
}
