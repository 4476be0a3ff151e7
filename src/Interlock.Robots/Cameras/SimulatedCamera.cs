using System.Diagnostics.CodeAnalysis;
using Interlock.Core.Observations;

namespace Interlock.Robots.Cameras;

/// <summary>
/// A camera that draws a robot: RGB8, a rate of its own, and noise, so that no two pictures are the same unless it is told to freeze.
/// The same seed, robot and times give the same bytes. Each picture is an array of its own.
/// </summary>
public sealed class SimulatedCamera : ICamera
{
    private readonly SimulatedCameraOptions _options;
    private readonly IPicturedRobot _robot;
    private readonly FrameSchedule _schedule;
    private byte[]? _lastPicture;

    /// <summary>Creates the camera.</summary>
    /// <param name="robot">What it looks at.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <exception cref="Core.Diagnostics.DiagnosticException">The options are not usable (RB021).</exception>
    public SimulatedCamera(IPicturedRobot robot, SimulatedCameraOptions? options = null)
    {
        _options = options ?? new SimulatedCameraOptions();
        _options.Validate();
        _robot = robot;
        _schedule = new FrameSchedule(_options.RateHz);
    }

    /// <inheritdoc />
    public string Name => _options.Name;

    /// <inheritdoc />
    public double? RateHz => _options.RateHz;

    /// <summary>What is wrong with it.</summary>
    public CameraFault Fault { get; set; }

    /// <inheritdoc />
    public bool TryLatest(long afterSequence, long nowNs, [NotNullWhen(true)] out CameraImage? image)
    {
        long frame = _schedule.FrameAt(nowNs - _options.DelayNs);
        if (Fault == CameraFault.Stalled || frame <= afterSequence)
        {
            image = null;
            return false;
        }

        if (Fault != CameraFault.Frozen || _lastPicture is null)
        {
            _lastPicture = BarPicture.Draw(_robot, _options.WidthPx, _options.HeightPx, _options.Seed + (ulong)frame);
        }

        image = new CameraImage
        {
            Camera = Name,
            WidthPx = _options.WidthPx,
            HeightPx = _options.HeightPx,
            Encoding = ImageEncoding.Rgb8,
            Data = _lastPicture,
            TimestampNs = _schedule.TimeOf(frame),
            Sequence = frame,
        };
        return true;
    }

    /// <inheritdoc />
    public void Dispose()
    {
    }
}
