namespace Interlock.ExecSpec.Specification;

/// <summary>One camera image as the policy expects it.</summary>
public sealed record CameraSpec
{
    /// <summary>Role: <c>third_person</c>, <c>wrist</c>, …</summary>
    public required string Role { get; init; }

    /// <summary>Key in the observation.</summary>
    public string? Key { get; init; }

    /// <summary>Width, in pixels.</summary>
    public int? Width { get; init; }

    /// <summary>Height, in pixels.</summary>
    public int? Height { get; init; }

    /// <summary>Order of colours: <c>RGB</c> or <c>BGR</c>.</summary>
    public string? Color { get; init; }

    /// <summary>Order of axes: <c>HWC</c> or <c>CHW</c>.</summary>
    public string? Layout { get; init; }

    /// <summary>Element type: <c>uint8</c>, <c>float32</c>.</summary>
    public string? Dtype { get; init; }

    /// <summary>Rotation before the policy sees it: 0, 90, 180 or 270 degrees.</summary>
    public int? RotateDeg { get; init; }

    /// <summary>Mirroring: <c>none</c>, <c>horizontal</c>, <c>vertical</c>.</summary>
    public string? Flip { get; init; }

    /// <summary>Crop, for example <c>center:0.9</c> (share of the area).</summary>
    public string? Crop { get; init; }

    /// <summary>Resizing filter, for example <c>lanczos3</c>.</summary>
    public string? Resize { get; init; }

    /// <summary>Name of the optical frame.</summary>
    public string? OpticalFrame { get; init; }

    /// <summary>Oldest image that may be used, in milliseconds.</summary>
    public double? MaxAgeMs { get; init; }
}
