namespace Interlock.Guard.Interventions;

/// <summary>One change that the guard made to a command, or one reason why it did not use it.</summary>
/// <param name="Code">Stable code, one of <see cref="GuardCodes"/>.</param>
/// <param name="Channel">Index of the channel; −1 when the whole action is meant.</param>
/// <param name="Raw">The policy's command, in channel units; for GD120 and GD121 the measured value.</param>
/// <param name="Safe">The command that replaces it, in channel units.</param>
/// <param name="Limit">The limit that was crossed, in <paramref name="Unit"/>; NaN when there is no number.</param>
/// <param name="Unit">Unit of <paramref name="Limit"/> as the contract states it, for example <c>deg</c>, <c>deg/step</c> or <c>deg/s</c>.</param>
/// <param name="Step">Step number since the start of the session, from 0.</param>
public readonly record struct Intervention(
    string Code, int Channel, double Raw, double Safe, double Limit, string Unit, long Step);
