namespace Interlock.Guard.Interventions;

/// <summary>Why a command was changed or not used.</summary>
/// <param name="Code">One of <see cref="GuardCodes"/>.</param>
/// <param name="Limit">The limit that was crossed, in <paramref name="Unit"/>; NaN when there is no number.</param>
/// <param name="Unit">Unit of the limit; empty when there is none.</param>
internal readonly record struct Reason(string Code, double Limit, string Unit);
