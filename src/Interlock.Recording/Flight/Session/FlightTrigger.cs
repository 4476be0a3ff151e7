namespace Interlock.Recording.Flight.Session;

/// <summary>
/// Always-on ring: everything is remembered for a while, and what lies around a trigger is kept. A trigger is a step whose verdict is not the
/// first of the layout, a step marked with <see cref="Steps.StepFrame.Mark"/>, or <see cref="FlightRecorder.Trigger"/>. Events and texts are always kept.
/// </summary>
public sealed record FlightTrigger
{
    /// <summary>Time before a trigger that is kept, s, 0 or more. Default 10.</summary>
    public double BeforeS { get; init; } = 10;

    /// <summary>Time after a trigger that is kept, s, 0 or more. Default 10.</summary>
    public double AfterS { get; init; } = 10;

    /// <summary>Most bytes remembered, images included; where they do not last for <see cref="BeforeS"/>, the oldest go. Default 256 MiB.</summary>
    public int MemoryBytes { get; init; } = 256 << 20;
}
