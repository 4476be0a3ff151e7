using Interlock.Core.Observations;

namespace Interlock.Dashboard.Series;

/// <summary>A camera image as it was recorded.</summary>
/// <param name="T">s since the start of the recording.</param>
/// <param name="Image">JPEG and PNG as they are; RGB with its size.</param>
public sealed record ViewImage(double T, CameraImage Image);
