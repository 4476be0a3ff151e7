namespace Interlock.Policies.Scheduling;

/// <summary>What <see cref="ChunkScheduler.Next"/> gave.</summary>
/// <param name="Status">Where the action comes from.</param>
/// <param name="Step">Policy step of the last row that was reached; when starved, the step that has no row.</param>
/// <param name="Fraction">Share of the way to the next row that lies behind, [0, 1).</param>
/// <param name="AdvancedSteps">Policy steps that the plan moved on: what was asked for, or less at the end of the plan.</param>
/// <param name="Reaction">What the options say to do about starvation; null when not starved.</param>
public readonly record struct ScheduleTick(TickStatus Status, long Step, double Fraction, double AdvancedSteps, Starvation? Reaction);
