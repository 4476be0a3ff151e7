using Interlock.Guard;

namespace Interlock.Evaluation.Substitution;

/// <summary>A guard that every replay is repeated with.</summary>
/// <param name="Name">Name in tables and files.</param>
/// <param name="Signal">What it sees.</param>
/// <param name="NewGuard">Makes a fresh guard for one replay.</param>
public sealed record StudyGuard(string Name, GuardedSignal Signal, Func<ActionGuard> NewGuard);
