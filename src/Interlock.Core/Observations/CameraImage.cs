namespace Interlock.Core.Observations;

/// <summary>One image of one camera. Its bytes do not change after it was made.</summary>
public sealed record CameraImage
{
    /// <summary>Name of the camera, for instance <c>wrist</c>.</summary>
    public required string Camera { get; init; }

    /// <summary>Columns, pixels.</summary>
    public required int WidthPx { get; init; }

    /// <summary>Rows, pixels.</summary>
    public required int HeightPx { get; init; }

    /// <summary>How <see cref="Data"/> is to be read.</summary>
    public required ImageEncoding Encoding { get; init; }

    /// <summary>The image.</summary>
    public required ReadOnlyMemory<byte> Data { get; init; }

    /// <summary>When it was taken: monotonic time of the loop's clock, ns.</summary>
    public required long TimestampNs { get; init; }

    /// <summary>Counts up by one with every image of the camera.</summary>
    public required long Sequence { get; init; }
}
