namespace Interlock.Recording.Flight.Session;

/// <summary>A policy's answer as it arrived and as it was understood.</summary>
public sealed record FlightChunk
{
    /// <summary>When it arrived: monotonic time of the loop's clock, ns.</summary>
    public required long MonotonicNs { get; init; }

    /// <summary>Policy step for which row 0 is meant.</summary>
    public required long ObservedAtStep { get; init; }

    /// <summary>When the state it answers was measured: monotonic time, ns.</summary>
    public required long ObservedAtNs { get; init; }

    /// <summary>Rows, T, 0 or more.</summary>
    public required int Rows { get; init; }

    /// <summary>As the policy wrote it, row-major T×D.</summary>
    public required ReadOnlyMemory<double> Raw { get; init; }

    /// <summary>In contract channels and units, row-major T×C; null when it could not be decoded.</summary>
    public ReadOnlyMemory<double>? Unnormalised { get; init; }

    /// <summary>Time of the inference, ms; null when unknown.</summary>
    public double? InferenceMs { get; init; }

    /// <summary>Time from the request to the answer, ms; null when unknown.</summary>
    public double? RoundTripMs { get; init; }

    /// <summary>Jump at the seam to the plan before, channel units, C values; null where there was none.</summary>
    public ReadOnlyMemory<double>? Seam { get; init; }
}
