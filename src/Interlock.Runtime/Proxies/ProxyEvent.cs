using Interlock.Core.Diagnostics;

namespace Interlock.Runtime.Proxies;

/// <summary>Something that happened between a client and the policy server.</summary>
/// <param name="Client">Which client.</param>
/// <param name="Code">Stable code.</param>
/// <param name="Severity">How much it matters.</param>
/// <param name="Message">One sentence.</param>
public sealed record ProxyEvent(string Client, string Code, DiagnosticSeverity Severity, string Message);
