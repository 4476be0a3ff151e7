namespace Interlock.Guard.Alarms;

/// <summary>An alarm that can fire.</summary>
/// <param name="Code">Stable diagnostic code.</param>
/// <param name="Name">Name in machine output.</param>
/// <param name="Claim">What is promised about it, in words.</param>
public sealed record AlarmInfo(string Code, string Name, string Claim);
