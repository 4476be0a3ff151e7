using Interlock.Runtime.Session.Gate;

namespace Interlock.Runtime.Session;

/// <summary>What came of preparing a run. Nothing has moved.</summary>
/// <param name="Session">Ready to run; null when the gate refused.</param>
/// <param name="Gate">What the gate decided; null when the file asks for none.</param>
public sealed record Preparation(RunSession? Session, GateDecision? Gate);
