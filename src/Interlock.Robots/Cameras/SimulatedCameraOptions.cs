using Interlock.Core.Diagnostics;

namespace Interlock.Robots.Cameras;

/// <summary>A simulated camera.</summary>
public sealed record SimulatedCameraOptions
{
    private const int MostPixelsPerSide = 4096;
    private const double HighestRateHz = 1000;

    /// <summary>Name of the camera.</summary>
    /// <value>Default: front.</value>
    public string Name { get; init; } = "front";

    /// <summary>Columns, 1 to 4096 pixels.</summary>
    /// <value>Default: 224, what most vision encoders take.</value>
    public int WidthPx { get; init; } = 224;

    /// <summary>Rows, 1 to 4096 pixels.</summary>
    /// <value>Default: 224.</value>
    public int HeightPx { get; init; } = 224;

    /// <summary>Images per second, above 0, at most 1000.</summary>
    /// <value>Default: 30.</value>
    public double RateHz { get; init; } = 30;

    /// <summary>Time from the exposure to the picture being there, ns, 0 or more.</summary>
    /// <value>Default: 0.</value>
    public long DelayNs { get; init; }

    /// <summary>Seed of the sensor noise.</summary>
    /// <value>Default: 1.</value>
    public ulong Seed { get; init; } = 1;

    internal void Validate()
    {
        DiagnosticCollector findings = new();
        Require(Name.Length > 0, "name has to be given");
        Require(WidthPx is > 0 and <= MostPixelsPerSide, $"width_px has to be 1 to {MostPixelsPerSide}");
        Require(HeightPx is > 0 and <= MostPixelsPerSide, $"height_px has to be 1 to {MostPixelsPerSide}");
        Require(RateHz > 0 && RateHz <= HighestRateHz, $"rate_hz has to be above 0, at most {HighestRateHz}");
        Require(DelayNs >= 0, "delay_ns has to be 0 or more");
        findings.ThrowIfErrors();

        void Require(bool holds, string message)
        {
            if (!holds)
            {
                findings.Error(RobotCodes.CameraSettings, message, new SourcePlace($"camera {Name}"));
            }
        }
    }
}
