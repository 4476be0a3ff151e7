namespace Interlock.Recording.Flight.Steps;

/// <summary>Something that happened at a moment, of fixed size, so that the control thread can tell it without allocating.</summary>
public readonly record struct FlightEvent
{
    /// <summary>When: monotonic time of the loop's clock, ns.</summary>
    public required long MonotonicNs { get; init; }

    /// <summary>What it is about.</summary>
    public required FlightEventKind Kind { get; init; }

    /// <summary>Stable code with a page in <c>docs/codes</c>.</summary>
    public required FlightCode Code { get; init; }

    /// <summary>Control tick.</summary>
    public long Tick { get; init; }

    /// <summary>Place on the policy's scale of steps.</summary>
    public double PolicyStep { get; init; }

    /// <summary>Channel of the contract; null when it is not about one.</summary>
    public int? Channel { get; init; }

    /// <summary>Monitor of the layout, for an alarm; null when it is not about one.</summary>
    public int? Monitor { get; init; }

    /// <summary>What was found, in the unit of the channel or of the code; null for none.</summary>
    public double? Value { get; init; }

    /// <summary>The limit it was held against, same unit; null for none.</summary>
    public double? Limit { get; init; }
}
